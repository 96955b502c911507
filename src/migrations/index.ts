import * as migration_20261123_201439_initial from './20261123_201439_initial';
import * as migration_20261125_101614_settings from './20261125_101614_settings';
import * as migration_20261125_104141_signin from './20261125_104141_signin';

export const migrations = [
  {
    up: migration_20261123_201439_initial.up,
    down: migration_20261123_201439_initial.down,
    name: '20261123_201439_initial',
  },
  {
    up: migration_20261125_101614_settings.up,
    down: migration_20261125_101614_settings.down,
    name: '20261125_101614_settings',
  },
  {
    up: migration_20261125_104141_signin.up,
    down: migration_20261125_104141_signin.down,
    name: '20261125_104141_signin'
  },
];
