import { DayCell as DayCell_17baa78dbd6132617a6f454a29933e77 } from '../../../../src/components/fields/DayCell'
import { DayField as DayField_393948ca08fc363d7a69f3ab89f3fb04 } from '../../../../src/components/fields/DayField'
import { IcdField as IcdField_4c4411f012a4abfcd439d49951a0d080 } from '../../../../src/components/fields/IcdField'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { EraseMenuItem as EraseMenuItem_ac6e1966b58f771fe487e836c3adba1a } from '../../../../src/components/fields/EraseMenuItem'
import { CaseHistoryView as CaseHistoryView_04ca782414102580fcc6fd0a9a258f7a } from '../../../../src/components/views/CaseHistoryView'
import { JsonText as JsonText_04a5484bccd610c511926c94ca270c3e } from '../../../../src/components/fields/JsonText'
import { AccountActions as AccountActions_1a1af93f77cdb0667c131c223458d2a0 } from '../../../../src/components/fields/AccountActions'
import { PortalIcon as PortalIcon_e01bd3b4e3012981ef4890e19de74669 } from '../../../../src/components/nav/PortalIcon'
import { PortalLogo as PortalLogo_d1674354d2c27481b4a5a4efc836ce6b } from '../../../../src/components/nav/PortalLogo'
import { NotificationBell as NotificationBell_9f2b767c4596bbd2cb7f29e4d77acc90 } from '../../../../src/components/nav/NotificationBell'
import { PortalNavLinks as PortalNavLinks_faf03c0e2c3a230550d22e114a013dcf } from '../../../../src/components/nav/PortalNavLinks'
import { KeepSignedIn as KeepSignedIn_6923a288dc341d9d7db29c34bdaf8109 } from '../../../../src/components/nav/KeepSignedIn'
import { DashboardView as DashboardView_531da5ddba3b2fa45b4a473d311fbcf1 } from '../../../../src/components/views/DashboardView'
import { ImportView as ImportView_95e57a03697a995cc51486d321bd394c } from '../../../../src/components/views/ImportView'
import { IcdQueueView as IcdQueueView_82f382450703c6bd7023f15e497c6ff9 } from '../../../../src/components/views/IcdQueueView'
import { CodingQueueView as CodingQueueView_38fbd94994418059129d8035b6a4bea9 } from '../../../../src/components/views/CodingQueueView'
import { ReportsView as ReportsView_52647d58368943c242e27e7762eadd28 } from '../../../../src/components/views/ReportsView'
import { InvitationsView as InvitationsView_a1d10491fc2e8dc688da0ccf1613c163 } from '../../../../src/components/views/InvitationsView'
import { MailsView as MailsView_eb430388bc2d80a3247fe66a79034081 } from '../../../../src/components/views/MailsView'
import { SecurityView as SecurityView_bc6e0d4c57d8d2bbc64e81a5ab1a5ce4 } from '../../../../src/components/views/SecurityView'
import { ApiView as ApiView_06c9856711c404a8fefd5eb3e44fdfff } from '../../../../src/components/views/ApiView'
import { AuditLogView as AuditLogView_94bf7766b42e65491eca8f9344392cc8 } from '../../../../src/components/views/AuditLogView'
import { ErasureView as ErasureView_17661e54126754fa5045997ca5641061 } from '../../../../src/components/views/ErasureView'
import { LoginView as LoginView_ad713c648d88c006c5aca1b26308417d } from '../../../../src/components/views/LoginView'
import { UnauthorizedView as UnauthorizedView_bfcc1f5e4a172c7ece4b53c987cde4fa } from '../../../../src/components/views/UnauthorizedView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/components/fields/DayCell#DayCell": DayCell_17baa78dbd6132617a6f454a29933e77,
  "/src/components/fields/DayField#DayField": DayField_393948ca08fc363d7a69f3ab89f3fb04,
  "/src/components/fields/IcdField#IcdField": IcdField_4c4411f012a4abfcd439d49951a0d080,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/components/fields/EraseMenuItem#EraseMenuItem": EraseMenuItem_ac6e1966b58f771fe487e836c3adba1a,
  "/src/components/views/CaseHistoryView#CaseHistoryView": CaseHistoryView_04ca782414102580fcc6fd0a9a258f7a,
  "/src/components/fields/JsonText#JsonText": JsonText_04a5484bccd610c511926c94ca270c3e,
  "/src/components/fields/AccountActions#AccountActions": AccountActions_1a1af93f77cdb0667c131c223458d2a0,
  "/src/components/nav/PortalIcon#PortalIcon": PortalIcon_e01bd3b4e3012981ef4890e19de74669,
  "/src/components/nav/PortalLogo#PortalLogo": PortalLogo_d1674354d2c27481b4a5a4efc836ce6b,
  "/src/components/nav/NotificationBell#NotificationBell": NotificationBell_9f2b767c4596bbd2cb7f29e4d77acc90,
  "/src/components/nav/PortalNavLinks#PortalNavLinks": PortalNavLinks_faf03c0e2c3a230550d22e114a013dcf,
  "/src/components/nav/KeepSignedIn#KeepSignedIn": KeepSignedIn_6923a288dc341d9d7db29c34bdaf8109,
  "/src/components/views/DashboardView#DashboardView": DashboardView_531da5ddba3b2fa45b4a473d311fbcf1,
  "/src/components/views/ImportView#ImportView": ImportView_95e57a03697a995cc51486d321bd394c,
  "/src/components/views/IcdQueueView#IcdQueueView": IcdQueueView_82f382450703c6bd7023f15e497c6ff9,
  "/src/components/views/CodingQueueView#CodingQueueView": CodingQueueView_38fbd94994418059129d8035b6a4bea9,
  "/src/components/views/ReportsView#ReportsView": ReportsView_52647d58368943c242e27e7762eadd28,
  "/src/components/views/InvitationsView#InvitationsView": InvitationsView_a1d10491fc2e8dc688da0ccf1613c163,
  "/src/components/views/MailsView#MailsView": MailsView_eb430388bc2d80a3247fe66a79034081,
  "/src/components/views/SecurityView#SecurityView": SecurityView_bc6e0d4c57d8d2bbc64e81a5ab1a5ce4,
  "/src/components/views/ApiView#ApiView": ApiView_06c9856711c404a8fefd5eb3e44fdfff,
  "/src/components/views/AuditLogView#AuditLogView": AuditLogView_94bf7766b42e65491eca8f9344392cc8,
  "/src/components/views/ErasureView#ErasureView": ErasureView_17661e54126754fa5045997ca5641061,
  "/src/components/views/LoginView#LoginView": LoginView_ad713c648d88c006c5aca1b26308417d,
  "/src/components/views/UnauthorizedView#UnauthorizedView": UnauthorizedView_bfcc1f5e4a172c7ece4b53c987cde4fa,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
