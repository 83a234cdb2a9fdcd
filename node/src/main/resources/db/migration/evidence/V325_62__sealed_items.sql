-- What is sealed and nobody matched is looked for every ten minutes, and is little of what is held.
create index item_sealed on evidence.item (begun_at) where state = 'SEALED';
