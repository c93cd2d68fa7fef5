import { Module } from '@nestjs/common'
import { DecidedCaseStore } from './decided-case.store.js'
import { ExportPastCases } from './export-past-cases.js'

/** What past cases tell: read here, written by other rooms. */
@Module({ providers: [DecidedCaseStore, ExportPastCases], exports: [ExportPastCases] })
export class InsightModule {}
