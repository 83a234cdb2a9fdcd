-- Bytes of the payload, once its manifest is here; and who had it fetched, where it did not begin by itself.
alter table evidence.arrival add column bytes bigint not null default 0;
alter table evidence.arrival add column pressed_by text;
create index arrival_of_sender on evidence.arrival (sender);
create index arrival_to_press on evidence.arrival (sender) where state = 'PAUSED' and why is not null;
