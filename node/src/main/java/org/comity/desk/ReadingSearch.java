package org.comity.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.JointCases;
import org.comity.casework.OpenCalls;
import org.comity.casework.Search;
import org.comity.casework.Search.Hit;
import org.comity.casework.Search.Kind;
import org.comity.desk.SearchView.Group;
import org.comity.desk.SearchView.Joint;
import org.comity.desk.SearchView.Row;
import org.comity.desk.SearchView.Snippet;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws what a search found: grouped by where it stands, each row with its request. */
@Component
class ReadingSearch {

    /** A name of one letter is everybody's. */
    private static final int SHORTEST_NAME = 2;

    private static final int MOST_NAMES = 5;

    private static final List<String> GROUPS = List.of(
            "identifiers",
            "references",
            "joint",
            "officers",
            "states",
            "people",
            "hashes",
            "files",
            "text",
            "domestic",
            "calls");

    private final Search search;
    private final Requests requests;
    private final JointCases joint;
    private final WithOfficers withOfficers;
    private final Directory directory;
    private final Officials officials;
    private final OpenCalls calls;
    private final WordsForCodes codes;

    ReadingSearch(
            Search search,
            Requests requests,
            JointCases joint,
            WithOfficers withOfficers,
            Directory directory,
            Officials officials,
            OpenCalls calls,
            WordsForCodes codes) {
        this.codes = codes;
        this.search = search;
        this.requests = requests;
        this.joint = joint;
        this.withOfficers = withOfficers;
        this.directory = directory;
        this.officials = officials;
        this.calls = calls;
    }

    /** @param in one group alone, or empty */
    SearchView read(String typed, String in, Official by, Language language) {
        if (typed.isBlank()) {
            return SearchView.nothing("");
        }
        var found = search.find(typed, by);
        var states = states(typed);
        var people = people(typed);
        var ofStates = states.isEmpty()
                ? List.<String>of()
                : search.ofCounterparts(states.stream().map(Participant::id).toList(), by);
        var ofPeople = people.isEmpty()
                ? List.<String>of()
                : search.ofOwners(people.stream().map(Official::id).toList(), by);
        var rows = rows(Stream.of(found.hits().stream().map(Hit::thread).toList(), ofStates, ofPeople)
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
        var groups = new LinkedHashMap<String, List<Row>>();
        for (var hit : found.hits()) {
            var row = rows.get(hit.thread());
            if (row != null)
                groups.computeIfAbsent(group(hit.kind()), it -> new ArrayList<>())
                        .add(row(hit, row, typed, language));
        }
        groups.put(
                "states",
                named(
                        ofStates,
                        rows,
                        it -> GoneParticipant.shown(directory, it.counterpart()).name(language.tag()),
                        typed));
        var names = people.stream().collect(Collectors.toMap(Official::id, Official::name));
        groups.put("people", named(ofPeople, rows, it -> names.getOrDefault(it.owner(), ""), typed));
        var jointFound = joint(found.hits(), by, language, typed);
        var inHand = withOfficers.saying(language, by, typed);
        var called = calls.saying(typed, by).stream()
                .map(it -> new SearchView.Call(it, Snippet.of(it.said(), typed)))
                .toList();
        var counts = GROUPS.stream()
                .map(it ->
                        new SearchView.Count(it, count(it, groups, jointFound, inHand.rows(), called, states, people)))
                .filter(it -> it.n() > 0)
                .toList();
        var shown = GROUPS.stream()
                .filter(it -> in.isEmpty() || in.equals(it))
                .map(it -> new Group(it, groups.getOrDefault(it, List.of())))
                .filter(it -> !it.rows().isEmpty())
                .toList();
        return new SearchView(
                typed,
                GROUPS.contains(in) ? in : "",
                counts,
                shown,
                shows("joint", in) ? jointFound : List.of(),
                shows("officers", in) ? inHand.rows() : List.of(),
                inHand.more(),
                shows("calls", in) ? called : List.of(),
                shows("states", in) ? states : List.of(),
                shows("people", in) ? people : List.of(),
                found.more(),
                same(found.hits(), rows.keySet()));
    }

    /** Each joint thread once, with the best of its places. */
    private List<Joint> joint(List<Hit> hits, Official by, Language language, String typed) {
        var best = new LinkedHashMap<String, Hit>();
        hits.forEach(it -> best.putIfAbsent(it.thread(), it));
        return joint.of(best.keySet(), by, language.locale()).stream()
                .map(it -> new Joint(
                        it.joint().id(),
                        it.reference(),
                        it.subject(),
                        Snippet.of(
                                said(
                                        java.util.Objects.requireNonNull(
                                                best.get(it.joint().id())),
                                        it.joint().procedure(),
                                        language,
                                        typed),
                                typed)))
                .toList();
    }

    private static boolean shows(String group, String in) {
        return in.isEmpty() || in.equals(group);
    }

    private static int count(
            String group,
            Map<String, List<Row>> groups,
            List<Joint> joint,
            List<DeskView.InHand> inHand,
            List<SearchView.Call> calls,
            List<Participant> states,
            List<Official> people) {
        int rows = groups.getOrDefault(group, List.of()).size();
        return switch (group) {
            case "joint" -> joint.size();
            case "officers" -> inHand.size();
            case "calls" -> calls.size();
            case "states" -> rows + states.size();
            case "people" -> rows + people.size();
            default -> rows;
        };
    }

    /** Two requests about one address are often one matter; two whose addresses begin alike are not. */
    static int same(List<Hit> hits, Set<String> listed) {
        int threads = (int) hits.stream()
                .filter(it -> it.kind() == Kind.IDENTIFIER && it.whole() && listed.contains(it.thread()))
                .map(Hit::thread)
                .distinct()
                .count();
        return threads < 2 ? 0 : threads;
    }

    private Map<String, RequestRow> rows(Set<String> threads) {
        return requests.ofThreads(threads).stream().collect(Collectors.toMap(RequestRow::thread, Function.identity()));
    }

    private Row row(Hit hit, RequestRow row, String typed, Language language) {
        return new Row(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                path(hit, row),
                hit.kind(),
                Snippet.of(said(hit, row.procedure(), language, typed), typed));
    }

    private String said(Hit hit, String procedure, Language language, String typed) {
        return hit.kind() == Kind.ACT ? codes.in(hit.said(), procedure, language, typed) : hit.said();
    }

    private List<Row> named(
            Collection<String> threads, Map<String, RequestRow> rows, Function<RequestRow, String> name, String typed) {
        return threads.stream()
                .map(rows::get)
                .filter(java.util.Objects::nonNull)
                .map(it -> new Row(
                        it,
                        GoneParticipant.shown(directory, it.counterpart()),
                        "/requests/" + it.address(),
                        null,
                        Snippet.of(name.apply(it), typed)))
                .toList();
    }

    private static String path(Hit hit, RequestRow row) {
        var request = "/requests/" + row.address();
        if (hit.place().startsWith("item:")) return "/evidence/" + hit.place().substring(5);
        return switch (hit.kind()) {
            case MESSAGE -> request + "?message=" + hit.place() + "#message-" + hit.place();
            case DOMESTIC -> request + "#file";
            case ACT, ACT_HASH, ITEM_HASH -> request + "#act-" + hit.place();
            default -> request;
        };
    }

    private static String group(Kind kind) {
        return switch (kind) {
            case REFERENCE, CHECK_WORD -> "references";
            case IDENTIFIER -> "identifiers";
            case FILE -> "files";
            case ACT_HASH, ITEM_HASH -> "hashes";
            case REQUEST, ACT, MESSAGE -> "text";
            case DOMESTIC -> "domestic";
        };
    }

    private List<Participant> states(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return directory.all().stream()
                .filter(it -> it.state().code().toLowerCase(Locale.ROOT).equals(text)
                        || text.length() >= SHORTEST_NAME
                                && it.names().values().stream()
                                        .anyMatch(name ->
                                                name.toLowerCase(Locale.ROOT).contains(text)))
                .limit(MOST_NAMES)
                .toList();
    }

    private List<Official> people(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() < SHORTEST_NAME
                ? List.of()
                : Stream.of(Duty.values())
                        .flatMap(it -> officials.holding(it).stream())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(text))
                        .distinct()
                        .limit(MOST_NAMES)
                        .toList();
    }
}
