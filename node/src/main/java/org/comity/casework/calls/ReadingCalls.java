package org.comity.casework.calls;

import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.ClockChoices;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedMoment;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws the pages of calls from the directory, the requests and the officials that they name. */
@Component
class ReadingCalls {

    private final TakingDownCalls calls;
    private final RequestsOfCall requests;
    private final CaseAccess access;
    private final Directory directory;
    private final Officials officials;
    private final Procedures procedures;
    private final Words words;
    private final Clock clock;

    ReadingCalls(
            TakingDownCalls calls,
            RequestsOfCall requests,
            CaseAccess access,
            Directory directory,
            Officials officials,
            Procedures procedures,
            Words words,
            Clock clock) {
        this.calls = calls;
        this.requests = requests;
        this.access = access;
        this.directory = directory;
        this.officials = officials;
        this.procedures = procedures;
        this.words = words;
        this.clock = clock;
    }

    /** The hour is filled in already: somebody is speaking. */
    TypedCall begun(String counterpart) {
        var now = TypedMoment.of(clock.instant(), directory.self().zone());
        return new TypedCall(counterpart, "", "", "", "", "", false, now);
    }

    CallView.Taking taking(TypedCall typed, FormProblems problems, Locale locale) {
        var language = Language.of(locale);
        var order = Collator.getInstance(language.locale());
        var states = new ArrayList<Choice>();
        others().sorted(Comparator.comparing(it -> it.name(language.tag()), order))
                .forEach(it -> states.add(Choice.of(it.id(), it.name(language.tag()) + " (" + it.id() + ")")));
        states.add(Choice.of(TypedCall.UNKNOWN, words.say(language, "calls.counterpart.unknown")));
        var zones = ClockChoices.of(language, directory.self());
        return new CallView.Taking(states, zones, typed, problems);
    }

    Set<String> known() {
        return others().map(Participant::id).collect(Collectors.toSet());
    }

    CallView view(long id, CallView.TypedOutcome typed, FormProblems problems, Official by) {
        var call = calls.call(id, by);
        var other = directory.find(call.counterpart()).orElse(null);
        var backs = calls.backs(id);
        var names = Stream.of(
                        Stream.of(call.takenBy()),
                        Stream.ofNullable(call.settledBy()),
                        backs.stream().map(RingBack::by))
                .flatMap(Function.identity())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), officials::name));
        boolean open = call.settled() == null;
        return new CallView(
                call,
                other,
                backs,
                open ? requests.of(call, by) : List.of(),
                call.thread() == null
                        ? null
                        : access.ofThread(call.thread(), by).orElse(null),
                open && other != null && !other.hasNode() ? List.copyOf(procedures.betweenStates()) : List.of(),
                names,
                typed,
                problems);
    }

    CallView.All all(int page, Official by) {
        var open = calls.open(page, by);
        var settled = calls.settled(page, by);
        Map<String, Participant> named = new HashMap<>();
        settled.rows().stream()
                .map(KeptCall::counterpart)
                .distinct()
                .forEach(it -> directory.find(it).ifPresent(known -> named.put(it, known)));
        return new CallView.All(
                open,
                settled.rows(),
                named,
                page > 0 ? "/calls?page=" + (page - 1) : null,
                open.more() || settled.more() ? "/calls?page=" + (page + 1) : null);
    }

    private Stream<Participant> others() {
        return directory.all().stream()
                .filter(it -> !it.id().equals(directory.self().id()));
    }
}
