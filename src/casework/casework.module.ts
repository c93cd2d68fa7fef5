import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AddUpload } from './add-upload.js'
import { AnswerByForm } from './answer-by-form.js'
import { AnswerQuestion } from './answer-question.js'
import { CaseFileStore } from './case-file.store.js'
import { caseCodeTable } from './case-code.table.js'
import { CaseCodeStore } from './case-code.store.js'
import { caseFileTable, uploadTable } from './case-file.table.js'
import { CaseListStore } from './case-list.store.js'
import { CheckMalware } from './check-malware.js'
import { CountTouched } from './count-touched.js'
import { Desk } from './desk.js'
import { EvidenceByForm } from './evidence-by-form.js'
import { FindByCode } from './find-by-code.js'
import { FinishAtCounter } from './finish-at-counter.js'
import { CaseFileReply } from './http/case-file-reply.js'
import { CaseFilesApiController } from './http/case-files-api.controller.js'
import { CasesController } from './http/cases.controller.js'
import { ChecklistController } from './http/checklist.controller.js'
import { ChecklistReply } from './http/checklist-reply.js'
import { HistoryController } from './http/history.controller.js'
import { MoveOverController } from './http/move-over.controller.js'
import { ReceiveScan } from './http/receive-scan.js'
import { ReviewController } from './http/review.controller.js'
import { ReviewReply } from './http/review-reply.js'
import { ScansApiController } from './http/scans-api.controller.js'
import { ScansController } from './http/scans.controller.js'
import { SendScan } from './http/send-scan.js'
import { StepsApiController } from './http/steps-api.controller.js'
import { TakeOverController } from './http/take-over.controller.js'
import { IncomingFiles } from './incoming-files.js'
import { IssueCode } from './issue-code.js'
import { ListServices } from './list-services.js'
import { MoveOver } from './move-over.js'
import { NameApplicant } from './name-applicant.js'
import { ReadNoteChoice } from './note-choice.js'
import { OffersStore } from './offers.store.js'
import { OpenCasesStore } from './open-cases.store.js'
import { OpenCase } from './open-case.js'
import { ReadChecklist } from './read-checklist.js'
import { ReadTimeline } from './read-timeline.js'
import { RecordEvidence } from './record-evidence.js'
import { RemoveUpload } from './remove-upload.js'
import { RestoreUpload } from './restore-upload.js'
import { Resume } from './resume.js'
import { SearchCases } from './search-cases.js'
import { SettlePoint } from './settle-point.js'
import { TakeOver } from './take-over.js'
import { UploadStore } from './upload.store.js'
import { WatchRules } from './watch-rules.js'
import { Withdraw } from './withdraw.js'

/**
 * Case files at the counter: the clerk's pages and the same for programs. Whoever puts the program together provides
 * `ScanInspector`, `AnswerHabits` and `NoteLanguages`, globally: foreign bytes are parsed, past cases known and notes
 * made outside of this room.
 */
@Module({
  imports: [TypeOrmModule.forFeature([caseCodeTable, caseFileTable, uploadTable])],
  controllers: [
    CaseFilesApiController,
    CasesController,
    ChecklistController,
    HistoryController,
    MoveOverController,
    ReviewController,
    ScansApiController,
    ScansController,
    StepsApiController,
    TakeOverController,
  ],
  providers: [
    AddUpload,
    AnswerByForm,
    AnswerQuestion,
    CaseCodeStore,
    CaseFileReply,
    CaseFileStore,
    CaseListStore,
    CheckMalware,
    ChecklistReply,
    CountTouched,
    Desk,
    EvidenceByForm,
    FindByCode,
    FinishAtCounter,
    IncomingFiles,
    IssueCode,
    ListServices,
    MoveOver,
    NameApplicant,
    OffersStore,
    OpenCase,
    OpenCasesStore,
    ReadChecklist,
    ReadNoteChoice,
    ReadTimeline,
    ReceiveScan,
    RecordEvidence,
    RemoveUpload,
    RestoreUpload,
    Resume,
    ReviewReply,
    SearchCases,
    SendScan,
    SettlePoint,
    TakeOver,
    UploadStore,
    WatchRules,
    Withdraw,
  ],
  exports: [
    CaseFileStore,
    CheckMalware,
    CountTouched,
    Desk,
    IncomingFiles,
    IssueCode,
    ListServices,
    ReadChecklist,
    ReadTimeline,
    RemoveUpload,
    ReviewReply,
    UploadStore,
  ],
})
export class CaseworkModule {}
