package org.comity.directory.kept;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.ProviderNote;
import org.comity.directory.ProviderNote.Voice;
import org.comity.directory.ProviderNotes;
import org.comity.directory.trust.DecidingOfficers;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the two notes of a provider apart: an officer writes ours, and only its own seat writes its own. */
@Component
class KeepingNotes implements ProviderNotes {

    private final NoteRows rows;
    private final Directory directory;
    private final Ledger ledger;

    KeepingNotes(NoteRows rows, Directory directory, Ledger ledger) {
        this.rows = rows;
        this.directory = directory;
        this.ledger = ledger;
    }

    @Override
    public List<ProviderNote> of(String provider) {
        return of(List.of(provider)).getOrDefault(provider, List.of());
    }

    @Override
    public Map<String, List<ProviderNote>> of(Collection<String> providers) {
        return rows.of(providers.stream().distinct().limit(MOST_ASKED).toList());
    }

    @Override
    @Transactional
    public boolean write(ProviderNote note, Official by) {
        DecidingOfficers.mayDecide(by);
        return put(note, Voice.OURS, by.id(), by);
    }

    @Override
    @Transactional
    public boolean writeOwn(ProviderNote note, String person) {
        return put(note, Voice.OWN, person, null);
    }

    private boolean put(ProviderNote note, Voice voice, String writer, @Nullable Official by) {
        if (note.voice() != voice) throw new IllegalArgumentException("written with the voice of another");
        ProviderRefused.provider(directory, note.provider());
        if (!rows.put(note, writer)) return false;
        ledger.record(by, "directory.provider-noted", note.provider(), Map.of("whose", voice.name(), "by", writer));
        return true;
    }
}
