import { Body, Controller, Delete, Get, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { AnswerQuestion } from '../answer-question.js'
import { ListServices } from '../list-services.js'
import { NameApplicant } from '../name-applicant.js'
import { OpenCase } from '../open-case.js'
import { RecordEvidence } from '../record-evidence.js'
import { SearchCases } from '../search-cases.js'
import { AnswerInput, ApplicantInput, CaseQueryInput, EvidenceInput, OpenCaseInput } from './api-inputs.js'
import { CaseFileReply } from './case-file-reply.js'

/** Case files for other programs: the same actions as on the pages. */
@Controller('/api')
@ApiTags('case-files')
@RequireRole('clerk')
export class CaseFilesApiController {
  constructor(
    private readonly services: ListServices,
    private readonly search: SearchCases,
    private readonly openCase: OpenCase,
    private readonly answers: AnswerQuestion,
    private readonly evidence: RecordEvidence,
    private readonly applicants: NameApplicant,
    private readonly reply: CaseFileReply,
  ) {}

  @Get('services')
  @ApiOperation({ summary: 'Services in force today, and the offices that offer them' })
  listServices(@CurrentActor() actor: Actor) {
    return this.services.list(actor)
  }

  @Get('case-files')
  @ApiOperation({ summary: 'The cases of the own office, last changed first' })
  list(@CurrentActor() actor: Actor, @Query() { text = '', state }: CaseQueryInput) {
    return this.search.search(actor, text, state ?? null)
  }

  @Post('case-files')
  @ApiOperation({ summary: 'Opens a case' })
  async open(@CurrentActor() actor: Actor, @Body() { service }: OpenCaseInput) {
    return this.reply.after(await this.openCase.open(actor, service))
  }

  @Get('case-files/:id')
  @ApiOperation({ summary: 'A case with its pre-check and the steps that can be done now' })
  show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.reply.show(actor, id)
  }

  @Put('case-files/:id/answers/:question')
  @ApiOperation({ summary: 'Answers a question; 409 if its answer was changed meanwhile' })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('question') question: string,
    @Body() { value, revision }: AnswerInput,
  ) {
    return this.reply.after(await this.answers.answer(actor, id, question, value, revision))
  }

  @Delete('case-files/:id/answers/:question')
  @ApiOperation({ summary: 'Takes an answer away' })
  async takeAway(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('question') question: string,
    @Query('revision', ParseIntPipe) revision: number,
  ) {
    return this.reply.after(await this.answers.answer(actor, id, question, null, revision))
  }

  @Put('case-files/:id/evidence/:document')
  @ApiOperation({ summary: 'Notes how a document was seen' })
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('document') document: string,
    @Body() { revision, ...noted }: EvidenceInput,
  ) {
    return this.reply.after(await this.evidence.record(actor, id, document, noted, revision))
  }

  @Put('case-files/:id/applicant')
  @ApiOperation({ summary: 'Says whose case it is' })
  async name(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { name }: ApplicantInput,
  ) {
    return this.reply.after(await this.applicants.name(actor, id, name))
  }
}
