package org.comity.casework.emergency;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.DraftFiles;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.casework.compose.PhoneCalls;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Makes an urgent request of what is known: who is at risk, one identifier, the State. What is missing is said, and no error. */
@Component
class WritingEmergency {

    static final int LONGEST_RISK = 1600;
    private static final int LONGEST_WHO = 20_000;

    private static final String DATA = "data";
    private static final String IDENTIFIERS = "identifiers";
    private static final String CALL_BACK = "callBack";

    private final Procedures procedures;
    private final Drafts drafts;
    private final Drills drills;
    private final DraftFiles files;
    private final Directory directory;
    private final EntryVersions entries;
    private final PhoneCalls calls;
    private final UnansweredCalls unanswered;
    private final ChoosingInstrument instruments;
    private final EmergencySettings settings;
    private final Clock clock;

    // More than eight: one page does what ten pages do otherwise, with each of their sources.
    WritingEmergency(
            Procedures procedures,
            Drafts drafts,
            Drills drills,
            DraftFiles files,
            Directory directory,
            EntryVersions entries,
            PhoneCalls calls,
            UnansweredCalls unanswered,
            ChoosingInstrument instruments,
            EmergencySettings settings,
            Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.drills = drills;
        this.files = files;
        this.directory = directory;
        this.entries = entries;
        this.calls = calls;
        this.unanswered = unanswered;
        this.instruments = instruments;
        this.settings = settings;
        this.clock = clock;
    }

    EmergencyView view(TypedEmergency told, FormProblems problems, Language language) {
        var body = body(told);
        var identifiers = new BodyFields(body)
                .maps(IDENTIFIERS).stream().map(Identifier::of).toList();
        var other = other(told.to()).orElse(null);
        var draft = told.draft() == null ? null : draft(told.draft());
        return new EmergencyView(
                asked().law(),
                draft,
                directory.self(),
                other,
                other == null ? null : entries.phoneTestedAt(other.id()).orElse(null),
                states(language),
                told.risk(),
                told.who(),
                told.phone().isEmpty() && !problems.at("phone").isPresent()
                        ? directory.self().phone()
                        : told.phone(),
                told.spoke(),
                told.with(),
                identifiers.size(),
                identifiers.stream().anyMatch(it -> it.lacksTime() || it.lacksZone() || it.impossibleTime()),
                asked().composition().gaps(body),
                completeBy(),
                instruments.of(asked().law(), readable(body, draft), other, language),
                told.drill(),
                !directory.self().profile().twoOfficers(),
                problems);
    }

    /** What a draft that was left here says. */
    TypedEmergency kept(Draft draft) {
        var read = new BodyFields(draft.body());
        var identifiers = read.maps(IDENTIFIERS).stream()
                .map(it -> Identifier.of(it).line())
                .toList();
        return new TypedEmergency(
                draft.id(),
                draft.version(),
                read.text("emergencyReason"),
                String.join("\n", identifiers),
                draft.counterpart(),
                read.text(CALL_BACK),
                read.flag("phonedFirst"),
                calls.spokenTo(draft),
                read.text("instrument"),
                draft.drill());
    }

    /**
     * A request that this page began or could have: of any other act it would write over the body.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code draft.unknown}
     */
    Draft draft(String id) {
        var draft = drafts.get(id);
        boolean begun = draft.status() == Draft.Status.WRITING;
        if (!draft.procedure().equals(asked().id())
                || !draft.type().equals(asked().opening())
                || begun && !draft.opens()) {
            throw new EmergencyRefused(id);
        }
        return draft;
    }

    /** Only what no request can go without: everything else is a fact that is not known yet. */
    FormProblems problems(TypedEmergency told) {
        var found = FormProblems.NONE;
        if (told.risk().isBlank()) {
            found = found.with("risk", "emergency.needed.risk");
        } else if (told.risk().length() > LONGEST_RISK) {
            found = found.with("risk", "emergency.needed.risk-long");
        }
        if (told.who().isBlank()) {
            found = found.with("who", "emergency.needed.who");
        } else if (told.who().length() > LONGEST_WHO) {
            found = found.tooLong("who", "acts.needed.too-long", LONGEST_WHO, told.who());
        }
        found = told.phone().isBlank() ? found.with("phone", "emergency.needed.phone") : found.and(undialled(told));
        return other(told.to()).isEmpty() ? found.with("to", "emergency.needed.state") : found;
    }

    /** Of what is saved only this is said at once: who is called back on it has no time to ask for the number again. */
    FormProblems undialled(TypedEmergency told) {
        return told.phone().isBlank() || told.dialled()
                ? FormProblems.NONE
                : FormProblems.NONE.with("phone", "emergency.needed.phone-digits");
    }

    /** What a script saves by itself; empty where the draft goes to another State: only who presses begins it anew. */
    @Transactional
    Optional<Draft> keep(TypedEmergency told, Official by) {
        boolean another =
                told.draft() != null && !draft(told.draft()).counterpart().equals(told.to());
        return another ? Optional.empty() : Optional.of(save(told, false, by));
    }

    @Transactional
    Draft save(TypedEmergency told, boolean whole, Official by) {
        var other = other(told.to()).orElseThrow();
        var now = clock.instant();
        var body = body(told);
        if (whole && !asked().composition().gaps(body).isEmpty()) {
            body.put(EmergencyType.COMPLETE_BY, completeBy().toString());
        }
        var saved = saved(told, other, body, by);
        drills.mark(saved.id(), told.drill(), by);
        calls.told(saved, now.truncatedTo(ChronoUnit.SECONDS), told.with(), by);
        return whole ? drafts.submit(saved.id(), saved.version(), by) : saved;
    }

    /** A draft goes to one State for good: for another one it is begun anew with its files, and the first is thrown away. */
    private Draft saved(TypedEmergency told, Participant other, Map<String, Object> body, Official by) {
        var before = told.draft() == null ? null : draft(told.draft());
        if (before != null) {
            var saved = drafts.save(before.id(), told.version(), body, before.facts(), by);
            if (before.counterpart().equals(other.id())) {
                return saved;
            }
        }
        var begun = drafts.start(asked().id(), asked().opening(), Role.REQUESTING, other.id(), null, body, by);
        if (before == null) {
            return begun;
        }
        files.copy(before.id(), begun.id());
        unanswered.move(before, begun);
        drafts.discard(before.id(), by);
        return drafts.get(begun.id());
    }

    private Map<String, Object> body(TypedEmergency told) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("emergency", "yes");
        form.add("emergencyReason", told.risk());
        form.add(IDENTIFIERS, told.who());
        if (told.spoke()) {
            form.add("phonedFirst", "yes");
        }
        var draft = told.draft() == null ? null : draft(told.draft());
        var before = draft == null ? asked().composition().unasked() : draft.body();
        if (instruments.mayChoose(asked().law(), told.instrument())) {
            form.add("instrument", told.instrument());
        }
        var governed = asked().composition().apply(before, Composition.STATE, form);
        var whole = new LinkedHashMap<>(governed);
        // Of that page only this is asked here: what the long form has chosen beside it stays.
        whole.put(IDENTIFIERS, asked().composition().apply(governed, DATA, form).get(IDENTIFIERS));
        if (told.phone().isBlank()) {
            whole.remove(CALL_BACK);
        } else {
            whole.put(CALL_BACK, told.phone());
        }
        return whole;
    }

    /** With the edition under which the draft was begun. */
    private static Map<String, Object> readable(Map<String, Object> body, @Nullable Draft draft) {
        var readable = new LinkedHashMap<>(body);
        if (draft != null && draft.edition() != null) {
            readable.put(Draft.EDITION, draft.edition());
        }
        return readable;
    }

    /** The procedure that is asked for most; in an emergency it goes with what is known. */
    private KnownProcedure asked() {
        return procedures.ofLaw(procedures.laws().getFirst()).orElseThrow();
    }

    private Instant completeBy() {
        return clock.instant().plus(settings.complete()).truncatedTo(ChronoUnit.MINUTES);
    }

    private Optional<Participant> other(String id) {
        return directory.find(id).filter(this::asked);
    }

    private boolean asked(Participant other) {
        var node = other.node();
        return !other.id().equals(directory.self().id())
                && asked().table().admits(asked().opener().other(), other.kind())
                && (node == null || node.procedures().contains(asked().id()));
    }

    private List<Choice> states(Language language) {
        return directory.all().stream()
                .filter(this::asked)
                .sorted(Comparator.comparing(it -> it.name(language.tag()), Collator.getInstance(language.locale())))
                .map(it -> Choice.of(it.id(), it.state() + " " + it.name(language.tag())))
                .toList();
    }
}
