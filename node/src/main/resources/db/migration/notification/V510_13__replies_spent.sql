-- Words lie here no longer than they wait: empty once they were said, or dropped.
alter table notification.reply_draft drop constraint reply_draft_text_check;
alter table notification.reply_draft add constraint reply_draft_text_check check (length(text) <= 8000);
update notification.reply_draft set text = '' where said_as is not null;

-- Of a mail that was not taken: the same file again is not answered again.
alter table notification.reply_mail add column file text not null default '';
