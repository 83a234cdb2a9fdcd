-- Where a file lay in the folder that was added; empty if it was added alone.
alter table evidence.item add column folder text not null default '';

create index item_newest on evidence.item (begun_at desc, id desc);
