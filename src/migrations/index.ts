import * as migration_20261123_201439_initial from './20261123_201439_initial';
import * as migration_20261125_140340_imports_and_sign_in from './20261125_140340_imports_and_sign_in';
import * as migration_20261128_094025_mails from './20261128_094025_mails';
import * as migration_20261128_102831_undo_of_many_rows from './20261128_102831_undo_of_many_rows';
import * as migration_20261128_111350_accounts_notices_and_reports from './20261128_111350_accounts_notices_and_reports';
import * as migration_20261128_133816_audit from './20261128_133816_audit';
import * as migration_20261128_150028_plan_positions from './20261128_150028_plan_positions';
import * as migration_20261128_172429_erasures from './20261128_172429_erasures';

export const migrations = [
  {
    up: migration_20261123_201439_initial.up,
    down: migration_20261123_201439_initial.down,
    name: '20261123_201439_initial',
  },
  {
    up: migration_20261125_140340_imports_and_sign_in.up,
    down: migration_20261125_140340_imports_and_sign_in.down,
    name: '20261125_140340_imports_and_sign_in',
  },
  {
    up: migration_20261128_094025_mails.up,
    down: migration_20261128_094025_mails.down,
    name: '20261128_094025_mails',
  },
  {
    up: migration_20261128_102831_undo_of_many_rows.up,
    down: migration_20261128_102831_undo_of_many_rows.down,
    name: '20261128_102831_undo_of_many_rows',
  },
  {
    up: migration_20261128_111350_accounts_notices_and_reports.up,
    down: migration_20261128_111350_accounts_notices_and_reports.down,
    name: '20261128_111350_accounts_notices_and_reports',
  },
  {
    up: migration_20261128_133816_audit.up,
    down: migration_20261128_133816_audit.down,
    name: '20261128_133816_audit',
  },
  {
    up: migration_20261128_150028_plan_positions.up,
    down: migration_20261128_150028_plan_positions.down,
    name: '20261128_150028_plan_positions',
  },
  {
    up: migration_20261128_172429_erasures.up,
    down: migration_20261128_172429_erasures.down,
    name: '20261128_172429_erasures'
  },
];
