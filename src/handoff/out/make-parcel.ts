import type { DeliveryForm } from '../../cooperation/delivery-target.js'
import { fitConnectForm } from './fit-connect-form.js'
import { folderForm } from './folder-form.js'
import type { Parcel, ReadyPackage } from './parcel.js'
import { xdomeaForm } from './xdomea-form.js'

type MakeParcel = (ready: ReadyPackage) => Parcel | Promise<Parcel>

const forms: Readonly<Record<DeliveryForm, MakeParcel>> = {
  folder: folderForm,
  'fit-connect': fitConnectForm,
  xdomea: xdomeaForm,
}

/** The package as another system takes it. */
export const makeParcel = async (form: DeliveryForm, ready: ReadyPackage): Promise<Parcel> =>
  forms[form](ready)
