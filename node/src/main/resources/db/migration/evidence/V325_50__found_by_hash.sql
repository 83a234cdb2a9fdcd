-- By what an act names an item, and by what a file of a disk is found again: SHA-256 of the manifest, and of the plain whole.
alter table evidence.item add column manifest_sha256 text;
alter table evidence.item add column plain_sha256 text;
update evidence.item
   set manifest_sha256 = encode(sha256(manifest), 'hex'),
       plain_sha256 = convert_from(manifest, 'UTF8')::jsonb #>> '{plain,sha256}'
 where manifest is not null;
create index item_by_manifest on evidence.item (manifest_sha256) where manifest_sha256 is not null;
create index item_by_plain on evidence.item (thread, plain_sha256) where plain_sha256 is not null;
create index item_begun on evidence.item (thread, name) where state = 'ADDING';

-- What an act delivered and is still on its way.
create index arrival_under_way on evidence.arrival (act) where state in ('WAITING', 'PAUSED', 'WHOLE');

-- When something of a kind was last done with an item, however often it was taken out as a file since.
create index custody_by_kind on evidence.custody (item, what, n desc);
