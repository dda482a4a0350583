/** The wording of the terms she agrees to; a new wording is a new version, kept with her yes. */
export const CONSENT_VERSION = 'v2'
/** Of what she agrees to at the formal door. */
export const FORMAL_CONSENT = 'formal-v2'
