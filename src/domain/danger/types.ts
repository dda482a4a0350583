/** Labels of domain reference §6.2; `immediate` outranks `violence`, which outranks `none`. */
export type Danger = 'immediate' | 'violence' | 'none'
