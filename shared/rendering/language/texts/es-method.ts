import type { MethodTexts } from '../texts.ts';

export const spanishMethod: MethodTexts = {
  source: (source, stepMinutes, timeZone) =>
    `Las energías son las que comunica ${source}, con una medición cada ${stepMinutes}\u00A0min. Un día va de medianoche a medianoche, hora de ${timeZone}.`,
  balance:
    'El consumo es la importación neta más la producción menos la carga de la batería. «Otros» es el consumo menos todos los circuitos medidos.',
  balanceWithoutCircuits: 'El consumo es la importación neta más la producción menos la carga de la batería.',
  circuitsOnly:
    'El suministro general no se mide: la suma de los circuitos hace las veces de consumo y no hay «Otros».',
  flows: (stepMinutes) =>
    `La importación, la exportación, el autoconsumo y la potencia máxima proceden de promedios de ${stepMinutes}\u00A0min. Las oscilaciones más rápidas se compensan, de modo que el medidor de su compañía puede registrar más importación y más exportación.`,
  battery: (stepMinutes) =>
    `Lo que cargó y descargó la batería procede de promedios de ${stepMinutes}\u00A0min; lo almacenado es lo que la propia batería indica a medianoche.`,
  baseLoad:
    'El consumo permanente es el nivel que superan el 95\u00A0% de las mediciones de un día; se toma la mediana de los días con al menos el 90\u00A0% de sus datos.',
  rounding:
    'Los valores impresos se redondean de modo que su suma dé el total impreso; los archivos CSV y JSON los contienen sin redondear.',
  accuracy:
    'Medido con pinzas amperimétricas, que no están homologadas para facturar: estos valores son una estimación, no una factura.',
  accuracyOfDevices:
    'Medido por los equipos del lugar, como el inversor y la batería, que no están homologados para facturar: estos valores son una estimación, no una factura.',
  readAt: (when) => `Datos recibidos hasta el ${when}.`,
  evidence: (revision, fingerprint, timeZoneDatabase) =>
    `Revisión ${revision}, huella de los datos ${fingerprint}, base de datos de zonas horarias ${timeZoneDatabase}.`,
  contact: (organization, contact) =>
    contact === undefined
      ? `Este informe se lo envía ${organization}.`
      : `Este informe se lo envía ${organization}. ¿Alguna pregunta? ¿No desea recibir más informes? Escriba a ${contact}.`,
  estimate: 'estimación, no una factura',
};
