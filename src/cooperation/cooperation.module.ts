import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ErrorPages } from '../platform/http/error-pages.js'
import { ActorStore } from './actor.store.js'
import { authorityTable, departmentTable } from './authority.table.js'
import { GuessThrottle } from './guess-throttle.js'
import { HomeController } from './home.controller.js'
import { HealthController } from './health.controller.js'
import { InstallationStore } from './installation.store.js'
import { LoadInstallation } from './load-installation.js'
import { OfficeDirectory } from './office-directory.store.js'
import { officeServiceTable, officeTable } from './office.table.js'
import { Passwords } from './passwords.js'
import { RenewPassword } from './renew-password.js'
import { SessionController } from './session.controller.js'
import { SignInController } from './sign-in.controller.js'
import { SignIn } from './sign-in.js'
import { SignedInGuard } from './signed-in.guard.js'
import { StaffErrorPages } from './staff-error-pages.js'
import { StaffStore } from './staff.store.js'
import { staffTable } from './staff.table.js'

/** Authorities, offices, departments and staff: who may do what, where. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([authorityTable, departmentTable, officeTable, officeServiceTable, staffTable]),
  ],
  controllers: [SignInController, SessionController, HealthController, HomeController],
  providers: [
    ActorStore,
    GuessThrottle,
    InstallationStore,
    LoadInstallation,
    OfficeDirectory,
    Passwords,
    RenewPassword,
    SignIn,
    StaffStore,
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: ErrorPages, useClass: StaffErrorPages },
  ],
  exports: [ErrorPages, GuessThrottle, InstallationStore, LoadInstallation, OfficeDirectory, RenewPassword],
})
export class CooperationModule {}
