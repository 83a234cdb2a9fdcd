package org.comity.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.directory.ProviderNote.Kept;
import org.comity.directory.ProviderNote.Voice;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** What somebody types of what a provider keeps, by the form's field names; kept as typed until it is right. */
public record ProviderNoteForm(Map<String, String> typed) {

    /** Texts, by their greatest length. */
    public static final Map<String, Integer> TEXTS;

    public static final int LONGEST_WHAT = 200;
    private static final int LONGEST_SOURCE = 200;
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");
    private static final String SOURCE = "source";
    private static final String SINCE = "since";
    private static final String CHECKED = "checked";
    private static final String VERSION = "version";

    static {
        var texts = new LinkedHashMap<String, Integer>();
        texts.put("address", 500);
        texts.put("hours", 200);
        texts.put("emergency", 200);
        texts.put("languages", 200);
        texts.put("demands", 1_000);
        TEXTS = Collections.unmodifiableMap(texts);
    }

    public ProviderNoteForm {
        typed = Map.copyOf(typed);
    }

    /** As it stands; of nothing, an empty form. */
    public static ProviderNoteForm of(List<ProviderNote> notes, Voice voice) {
        var typed = new TreeMap<String, String>();
        notes.stream().filter(it -> it.voice() == voice).findFirst().ifPresent(note -> {
            note.kept().forEach((kind, it) -> {
                typed.put(kind + ".days", it.days() == null ? "" : it.days().toString());
                typed.put(kind + ".what", it.what());
            });
            typed.put("address", note.address());
            typed.put("hours", note.hours());
            typed.put("emergency", note.emergency());
            typed.put("languages", note.languages());
            typed.put("demands", note.demands());
            typed.put(SINCE, note.since() == null ? "" : note.since().toString());
            typed.put(SOURCE, note.source());
            typed.put(VERSION, Integer.toString(note.version()));
        });
        return new ProviderNoteForm(typed);
    }

    /** The same words over what somebody else wrote meanwhile. */
    public ProviderNoteForm on(List<ProviderNote> notes, Voice voice) {
        var again = new TreeMap<>(typed);
        again.put(VERSION, of(notes, voice).value(VERSION));
        return new ProviderNoteForm(again);
    }

    public String value(String field) {
        return TypedText.clean(typed.get(field));
    }

    /** Of what was on the page when it was written; 0 where nothing was. */
    public int version() {
        return DAYS.matcher(value(VERSION)).matches() ? Integer.parseInt(value(VERSION)) : 0;
    }

    /** A provider is its own source, and checks what it says when it says it. */
    public FormProblems problems(Voice voice, LocalDate today) {
        var found = FormProblems.NONE;
        for (var kind : ProviderNote.KINDS) {
            var days = value(kind + ".days");
            if (!days.isEmpty() && !DAYS.matcher(days).matches()) {
                found = found.with(kind + ".days", "kept.needed.days");
            }
            if (value(kind + ".what").length() > LONGEST_WHAT) {
                found = found.tooLong(kind + ".what", "kept.needed.long", LONGEST_WHAT, value(kind + ".what"));
            }
        }
        for (var text : TEXTS.entrySet()) {
            if (value(text.getKey()).length() > text.getValue()) {
                found = found.tooLong(text.getKey(), "kept.needed.long", text.getValue(), value(text.getKey()));
            }
        }
        if (!value(SINCE).isEmpty() && day(SINCE) == null) found = found.with(SINCE, "kept.needed.since");
        if (voice == Voice.OWN) return found;
        if (value(SOURCE).isEmpty() || value(SOURCE).length() > LONGEST_SOURCE) {
            found = found.with(SOURCE, "kept.needed.source");
        }
        var checked = day(CHECKED);
        return checked == null || checked.isAfter(today) ? found.with(CHECKED, "kept.needed.checked") : found;
    }

    /** Once it has no problems. */
    public ProviderNote note(String provider, Voice voice, LocalDate today, Instant now) {
        var kept = new TreeMap<String, Kept>();
        for (var kind : ProviderNote.KINDS) {
            var days = value(kind + ".days");
            var what = value(kind + ".what");
            if (!days.isEmpty() || !what.isEmpty()) {
                kept.put(kind, new Kept(days.isEmpty() ? null : Integer.valueOf(days), what));
            }
        }
        var checked = day(CHECKED);
        return new ProviderNote(
                provider,
                voice,
                kept,
                value("address"),
                value("hours"),
                value("emergency"),
                value("languages"),
                value("demands"),
                day(SINCE),
                voice == Voice.OWN ? "" : value(SOURCE),
                voice == Voice.OWN || checked == null ? today : checked,
                version(),
                now);
    }

    private @Nullable LocalDate day(String field) {
        return TypedText.day(value(field)).orElse(null);
    }
}
