-- When the host said last that it shows this to us: what nobody confirms any more is not kept for ever.
alter table board.shown add column heard timestamptz;
update board.shown set heard = since;
alter table board.shown alter column heard set not null;
