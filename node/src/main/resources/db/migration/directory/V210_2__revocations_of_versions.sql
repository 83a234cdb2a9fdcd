-- Which revocation counts for the version in force is asked of the revocations: a later one does not undo an earlier.
alter table directory.revocation add column effective timestamptz;
update directory.revocation
   set effective = (convert_from(json, 'UTF8')::jsonb -> 'revocation' ->> 'effective')::timestamptz;
alter table directory.revocation alter column effective set not null;
alter table directory.pin drop column revoked_version, drop column revoked_from;
