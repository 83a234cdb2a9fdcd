package org.comity.directory.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.directory.ProviderNote;
import org.comity.directory.ProviderNote.Kept;
import org.comity.directory.ProviderNote.Voice;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code directory.provider_note} and {@code directory.provider_kept}: two notes a provider at most. */
@Repository
class NoteRows {

    private final JdbcClient db;

    NoteRows(JdbcClient db) {
        this.db = db;
    }

    /** The provider's own word first. */
    Map<String, List<ProviderNote>> of(Collection<String> providers) {
        var notes = new LinkedHashMap<String, List<ProviderNote>>();
        if (providers.isEmpty()) return notes;
        db.sql("""
                select n.*, kinds, days, whats from directory.provider_note n
                  left join lateral (
                       select array_agg(kind order by kind) as kinds, array_agg(days order by kind) as days,
                              array_agg(what order by kind) as whats
                         from directory.provider_kept k where k.provider = n.provider and k.voice = n.voice) as kept on true
                 where n.provider = any (:providers)
                 order by n.provider, n.voice desc
                """)
                .param("providers", providers.toArray(String[]::new))
                .query((row, _) -> note(row))
                .list()
                .forEach(it -> notes.computeIfAbsent(it.provider(), _ -> new ArrayList<>())
                        .add(it));
        return notes;
    }

    /** @return false if somebody else has written since this version */
    boolean put(ProviderNote note, String writer) {
        int put = db.sql("""
                insert into directory.provider_note
                    (provider, voice, address, hours, emergency, languages, demands, since, source, checked, version, writer,
                     written_at)
                select :provider, :voice, :address, :hours, :emergency, :languages, :demands, :since, :source, :checked, 1,
                       :writer, :at
                 where :version = 0 or exists (
                       select 1 from directory.provider_note
                        where provider = :provider and voice = :voice and version = :version)
                on conflict (provider, voice) do update
                   set address = excluded.address, hours = excluded.hours, emergency = excluded.emergency,
                       languages = excluded.languages, demands = excluded.demands, since = excluded.since,
                       source = excluded.source, checked = excluded.checked, version = provider_note.version + 1,
                       writer = excluded.writer, written_at = excluded.written_at
                 where provider_note.version = :version
                """)
                .param("provider", note.provider())
                .param("voice", note.voice().name())
                .param("address", note.address())
                .param("hours", note.hours())
                .param("emergency", note.emergency())
                .param("languages", note.languages())
                .param("demands", note.demands())
                .param("since", note.since(), Types.DATE)
                .param("source", note.source())
                .param("checked", note.checked())
                .param("version", note.version())
                .param("writer", writer)
                .param("at", InstantColumn.value(note.writtenAt()))
                .update();
        if (put == 1) putKept(note);
        return put == 1;
    }

    private void putKept(ProviderNote note) {
        db.sql("delete from directory.provider_kept where provider = :provider and voice = :voice")
                .param("provider", note.provider())
                .param("voice", note.voice().name())
                .update();
        note.kept()
                .forEach((kind, it) -> db.sql("""
                insert into directory.provider_kept (provider, voice, kind, days, what)
                values (:provider, :voice, :kind, :days, :what)
                """)
                        .param("provider", note.provider())
                        .param("voice", note.voice().name())
                        .param("kind", kind)
                        .param("days", it.days(), Types.INTEGER)
                        .param("what", it.what())
                        .update());
    }

    private static ProviderNote note(ResultSet row) throws SQLException {
        var kept = new TreeMap<String, Kept>();
        if (row.getArray("kinds") != null) {
            var kinds = (String[]) row.getArray("kinds").getArray();
            var days = (Integer[]) row.getArray("days").getArray();
            var whats = (String[]) row.getArray("whats").getArray();
            for (int i = 0; i < kinds.length; i++) kept.put(kinds[i], new Kept(days[i], whats[i]));
        }
        return new ProviderNote(
                row.getString("provider"),
                Voice.valueOf(row.getString("voice")),
                kept,
                row.getString("address"),
                row.getString("hours"),
                row.getString("emergency"),
                row.getString("languages"),
                row.getString("demands"),
                row.getObject("since", LocalDate.class),
                row.getString("source"),
                row.getObject("checked", LocalDate.class),
                row.getInt("version"),
                InstantColumn.instant(row, "written_at"));
    }
}
