-- Under which edition of the law a request is being written: it keeps it, though a newer one comes meanwhile.
alter table cooperation.draft add column edition text;

update cooperation.draft
   set edition = coalesce(nullif(body::json ->> 'instrument', ''), 'uncc') || '/1'
 where type = 'request' and status in ('WRITING', 'SUBMITTED');
