-- What was never read again waits from its beginning on: the order in which items are read, and in which the oldest is asked for.
create index item_to_reread on evidence.item ((coalesce(scrubbed_at, begun_at))) where state in ('SEALED', 'MATCHED');
drop index evidence.item_to_scrub;
