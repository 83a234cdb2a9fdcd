package org.comity.directory.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.directory.DirectoryList;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.StateProfile;
import org.comity.ui.FormProblems;
import org.comity.ui.MailAddress;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;

/** What an official writes down about a counterpart that has no node, by the form's field names. */
public record CounterpartForm(Map<String, String> typed) {

    public static final List<String> FIELDS =
            List.of("id", "name", "capital", "zone", "authority", "languages", "phone", "mail", "hours");

    /** What it can be; the first where it says nothing. What is known of a participant is known with its kind, which stays. */
    public static final List<ParticipantKind> KINDS = List.of(
            ParticipantKind.CONTACT_POINT,
            ParticipantKind.PROVIDER,
            ParticipantKind.ORGANISATION,
            ParticipantKind.STAKEHOLDER);

    private static final String KIND = "kind";
    private static final String KNOWN = "known";
    private static final String SEEN = "seen";
    private static final int SHOWN = 200;

    private static final Map<String, Pattern> NEEDED = Map.of(
            "id", Pattern.compile(ParticipantId.FORM),
            "name", Pattern.compile(".{1,200}"),
            "capital", Pattern.compile(".{1,200}"),
            "authority", Pattern.compile(".{1,200}"),
            "languages", Pattern.compile("[a-z]{2,3}( [a-z]{2,3}){0,19}"),
            "phone", Pattern.compile("[+0-9 ()/.-]{0,40}"),
            "mail", Pattern.compile("|[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,130}"),
            "hours", Pattern.compile(".{0,200}"));

    public CounterpartForm {
        typed = Map.copyOf(typed);
    }

    static CounterpartForm of(Participant known, String language) {
        var typed = new TreeMap<String, String>();
        typed.put(KNOWN, "true");
        typed.put(SEEN, Long.toString(known.version()));
        typed.put("id", known.id());
        typed.put("name", known.name(language));
        typed.put("capital", known.capital(language));
        typed.put("zone", known.zone().getId());
        typed.put("authority", known.functions().getOrDefault("contact-point", ""));
        typed.put("languages", String.join(" ", known.languages()));
        typed.put("phone", known.phone());
        typed.put("mail", known.mail());
        typed.put("hours", known.hours());
        known.profile().needs().forEach((dataClass, need) -> typed.put(dataClass, need.toPreserve()));
        return new CounterpartForm(typed);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Something is known of it, and of what kind it is. */
    public boolean known() {
        return !value(KNOWN).isEmpty();
    }

    /** The version that stood on it; 0 where nothing was recorded. */
    long seen() {
        return known() && value(SEEN).matches("[1-9][0-9]{0,17}") ? Long.parseLong(value(SEEN)) : 0;
    }

    /** The same words on the version that stands now. */
    CounterpartForm seeing(Participant now) {
        var again = new TreeMap<>(typed);
        again.put(SEEN, Long.toString(now.version()));
        return new CounterpartForm(again);
    }

    /** What stands now and not on this form; what a short name that was taken meanwhile belongs to is another matter. */
    FormProblems overtaken(Participant now, String language) {
        if (!known()) return FormProblems.NONE.with("id", "directory.record.problem.exists", "id", now.id());
        var problems = FormProblems.NONE.with("", "directory.record.changed-meanwhile");
        var stands = of(now, language);
        for (var field :
                Stream.concat(FIELDS.stream(), EntryForm.CLASSES.stream()).toList()) {
            if (!stands.value(field).equals(value(field))) {
                var value = stands.value(field).isEmpty() ? "–" : CutText.shown(stands.value(field), SHOWN);
                problems = problems.with(field, "directory.record.stands-now", "value", value);
            }
        }
        return problems;
    }

    public ParticipantKind kind() {
        return KINDS.stream()
                .filter(it -> it.word().equals(value(KIND)))
                .findFirst()
                .orElse(KINDS.getFirst());
    }

    FormProblems problems() {
        var problems = FormProblems.NONE;
        for (var field : FIELDS) {
            boolean right = field.equals("zone")
                    ? zone() != null
                    : Objects.requireNonNull(NEEDED.get(field), field)
                            .matcher(value(field))
                            .matches();
            if (!right || field.equals("mail") && !value(field).isEmpty() && !MailAddress.is(value(field))) {
                problems = problems.with(field, "directory.record.problem." + field);
            }
        }
        for (var dataClass : EntryForm.CLASSES) {
            if (value(dataClass).length() > 2_000) {
                problems = problems.with(dataClass, "directory.us.problem.long");
            }
        }
        return problems;
    }

    /** Version and keys are the directory's affair; what was known before and is not on the form stays. */
    ParticipantEntry entry(String network, String language, @Nullable Participant known, Instant now, LocalDate today) {
        var names = new TreeMap<String, String>(known == null ? Map.of() : known.names());
        names.put(language, value("name"));
        var capitals = new TreeMap<String, String>(known == null ? Map.of() : known.capitals());
        capitals.put(language, value("capital"));
        var functions = new TreeMap<String, String>(known == null ? Map.of() : known.functions());
        functions.put("contact-point", value("authority"));
        return new ParticipantEntry(
                network,
                value("id"),
                1,
                DirectoryList.NOTHING_BEFORE,
                now,
                names,
                capitals,
                ZoneId.of(value("zone")),
                null,
                null,
                Arrays.asList(value("languages").split(" ")),
                value("phone"),
                value("mail"),
                value("hours"),
                functions,
                profile(known, today),
                said(known == null ? kind() : known.kind()));
    }

    private static @Nullable ParticipantKind said(ParticipantKind kind) {
        return kind == ParticipantKind.CONTACT_POINT ? null : kind;
    }

    private StateProfile profile(@Nullable Participant known, LocalDate today) {
        var needs = new TreeMap<String, StateProfile.Need>(
                known == null ? Map.of() : known.profile().needs());
        for (var dataClass : EntryForm.CLASSES) {
            var need = needs.getOrDefault(dataClass, new StateProfile.Need("", "", "", "", ""));
            if (!value(dataClass).isEmpty() || needs.containsKey(dataClass)) {
                needs.put(
                        dataClass,
                        new StateProfile.Need(
                                value(dataClass),
                                need.toDisclose(),
                                need.whoOrders(),
                                need.keptByLaw(),
                                need.wording()));
            }
        }
        return new StateProfile(
                true,
                false,
                false,
                true,
                needs,
                known == null ? Map.of() : known.profile().provisions(),
                known == null ? List.of() : known.profile().instruments(),
                known == null ? "" : known.profile().highestMarking(),
                known == null ? List.of() : known.profile().reservations(),
                today,
                known == null ? null : known.profile().treaties(),
                known == null ? null : known.profile().agreements());
    }

    private @Nullable ZoneId zone() {
        try {
            return value("zone").isEmpty() ? null : ZoneId.of(value("zone"));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
