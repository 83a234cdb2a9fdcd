package org.comity.cooperation.emergency;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.KnownProcedure;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.compose.PhoneCalls;
import org.comity.cooperation.form.Fields;
import org.comity.cooperation.form.Identifier;
import org.comity.directory.Directory;
import org.comity.directory.Entries;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Problems;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
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

    /** With the two lines that follow it, what is written stays within the field that travels. */
    static final int LONGEST_RISK = 1600;

    private static final int LONGEST_PHONE = 60;
    private static final String DATA = "data";
    private static final String REACH = "emergency.body.reach";
    private static final String COMPLETE = "emergency.body.complete";

    private final Procedures procedures;
    private final Drafts drafts;
    private final Directory directory;
    private final Entries entries;
    private final PhoneCalls calls;
    private final Convention convention;
    private final Words words;
    private final EmergencySettings settings;
    private final Clock clock;

    /** Nine: the page is the one place where law, directory, telephone and draft meet. */
    WritingEmergency(
            Procedures procedures,
            Drafts drafts,
            Directory directory,
            Entries entries,
            PhoneCalls calls,
            Convention convention,
            Words words,
            EmergencySettings settings,
            Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.directory = directory;
        this.entries = entries;
        this.calls = calls;
        this.convention = convention;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    EmergencyView view(Told told, Problems problems, Language language) {
        var body = body(told, clock.instant());
        var identifiers = new Fields(body).maps("identifiers").stream().map(Identifier::of).toList();
        var other = other(told.to()).orElse(null);
        return new EmergencyView(
                asked().law(),
                told.draft() == null ? null : drafts.get(told.draft()),
                directory.self(),
                other,
                other == null ? null : entries.phoneTestedAt(other.id()).orElse(null),
                states(language),
                told.risk(),
                told.who(),
                told.phone().isEmpty() ? directory.self().phone() : told.phone(),
                told.spoke(),
                told.with(),
                identifiers.size(),
                identifiers.stream().anyMatch(it -> it.lacksTime() || it.lacksZone()),
                asked().composition().gaps(body),
                completeBy(),
                convention.newest(new Fields(body).text("instrument")).map(it -> it.name().in(language.tag())).orElse(""),
                !directory.self().profile().twoOfficers(),
                problems);
    }

    /** What a draft that was left here says. */
    Told kept(Draft draft) {
        var read = new Fields(draft.body());
        var lines = read.maps("identifiers").stream().map(it -> Identifier.of(it).line()).toList();
        return new Told(
                draft.id(), draft.version(), asTyped(read.text("emergencyReason"), language(directory.get(draft.counterpart()))),
                String.join("\n", lines), draft.counterpart(), "", read.flag("phonedFirst"), "");
    }

    /** Without the lines that were added when it was to be signed: they are written anew then. */
    private String asTyped(String reason, Language language) {
        return reason.lines()
                .filter(it -> !it.startsWith(words.say(language, REACH, "phone", "|").split("\\|")[0]))
                .filter(it -> !it.startsWith(words.say(language, COMPLETE, "time", "|").split("\\|")[0]))
                .collect(Collectors.joining("\n"));
    }

    /** Only what no request can go without: everything else is a fact that is not known yet. */
    Problems problems(Told told) {
        var found = Problems.NONE;
        if (told.risk().isBlank()) {
            found = found.with("risk", "emergency.needed.risk");
        } else if (told.risk().length() > LONGEST_RISK) {
            found = found.with("risk", "emergency.needed.risk-long");
        }
        if (told.who().isBlank()) {
            found = found.with("who", "emergency.needed.who");
        }
        return other(told.to()).isEmpty() ? found.with("to", "emergency.needed.state") : found;
    }

    @Transactional
    Draft save(Told told, boolean whole, Official by) {
        var other = other(told.to()).orElseThrow();
        var now = clock.instant();
        var body = body(told, now);
        if (whole) {
            body.put("emergencyReason", reason(told, language(other)));
        }
        var draft = told.draft() == null
                ? drafts.start(asked().id(), asked().opening(), Role.REQUESTING, other.id(), null, body, by)
                : drafts.get(told.draft());
        var saved = drafts.save(
                draft.id(), told.draft() == null ? draft.version() : told.version(), body, draft.facts(), by);
        if (told.spoke()) {
            calls.told(saved, now.truncatedTo(ChronoUnit.SECONDS), told.with(), by);
        }
        return whole ? drafts.submit(saved.id(), saved.version(), by) : saved;
    }

    /** The telephone and the hour are words of the reason: they travel to nodes of any version, and stand on every page of it. */
    private String reason(Told told, Language language) {
        var reason = new StringBuilder(told.risk());
        if (!told.phone().isBlank()) {
            reason.append('\n').append(words.say(language, REACH, "phone", told.phone()));
        }
        if (!asked().composition().gaps(body(told, clock.instant())).isEmpty()) {
            reason.append('\n').append(words.say(language, COMPLETE, "time", Hours.utc(completeBy())));
        }
        return reason.toString();
    }

    private Map<String, Object> body(Told told, Instant now) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("emergency", "yes");
        form.add("emergencyReason", told.risk());
        form.add("identifiers", told.who());
        if (told.spoke()) {
            form.add("phonedFirst", "yes");
        }
        var before = told.draft() == null ? asked().composition().empty() : drafts.get(told.draft()).body();
        return new java.util.LinkedHashMap<>(asked().composition().apply(before, DATA, form));
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
                && (node == null || node.procedures().contains(asked().id()));
    }

    private List<Choice> states(Language language) {
        return directory.all().stream()
                .filter(this::asked)
                .sorted(Comparator.comparing(it -> it.name(language.tag()), Collator.getInstance(language.locale())))
                .map(it -> Choice.of(it.id(), it.state() + " " + it.name(language.tag())))
                .toList();
    }

    private static Language language(Participant other) {
        return other.languages().isEmpty() || other.languages().contains("en")
                ? Language.ENGLISH
                : Language.of(other.languages().getFirst()).orElse(Language.ENGLISH);
    }

    /** The page as it was posted. */
    record Told(
            @Nullable String draft, long version, String risk, String who, String to, String phone, boolean spoke, String with) {

        static Told of(Map<String, List<String>> form) {
            var draft = text(form, "draft", 40);
            var version = text(form, "version", 12);
            return new Told(
                    draft.isEmpty() ? null : draft,
                    version.matches("\\d+") ? Long.parseLong(version) : 0,
                    text(form, "risk", 8000),
                    text(form, "who", 20_000),
                    text(form, "to", 40),
                    text(form, "phone", LONGEST_PHONE),
                    form.containsKey("spoke"),
                    text(form, "with", PhoneCalls.LONGEST_PERSON));
        }

        private static String text(Map<String, List<String>> form, String key, int longest) {
            var clean = TypedText.clean(form.getOrDefault(key, List.of("")).getFirst());
            return clean.substring(0, Math.min(clean.length(), longest));
        }
    }
}
