-- Two revocations of one version may say different things: which counts earlier, and since when keys may be in other hands.
alter table operator.revocation add column effective timestamptz;
alter table operator.revocation add column compromised_since timestamptz;
update operator.revocation
   set effective = (convert_from(json, 'UTF8')::jsonb -> 'revocation' ->> 'effective')::timestamptz,
       compromised_since = (convert_from(json, 'UTF8')::jsonb -> 'revocation' ->> 'compromisedSince')::timestamptz;
alter table operator.revocation alter column effective set not null;
alter table operator.revocation alter column compromised_since set not null;
alter table operator.revocation drop constraint revocation_pkey;
alter table operator.revocation add primary key (participant, version, effective, compromised_since);
