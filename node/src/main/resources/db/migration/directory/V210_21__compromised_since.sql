-- Nothing is sealed to withdrawn keys from then on, also before the revocation takes effect.
alter table directory.revocation add column compromised_since timestamptz;
update directory.revocation
   set compromised_since = (convert_from(json, 'UTF8')::jsonb -> 'revocation' ->> 'compromisedSince')::timestamptz;
alter table directory.revocation alter column compromised_since set not null;
