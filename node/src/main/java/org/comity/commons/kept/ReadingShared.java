package org.comity.commons.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.board.BoardSubjects;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.site.PublicItem;
import org.comity.ui.Words;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the collections for officials of this node, from the boards that it holds: those of whoever keeps a collection, and its own. */
@Component
class ReadingShared {

    static final int PAGE = 50;
    /** Of one collection of one host. */
    private static final int MOST = 500;

    private static final Pattern ADDRESS = Pattern.compile("(" + ParticipantId.FORM + ")-(.+)");

    private final HeldBoards boards;
    private final RecordWords words;
    private final SenderOfRecord senders;
    private final Clock clock;
    private final Period looked;

    ReadingShared(HeldBoards boards, Words words, SenderOfRecord senders, Clock clock, CommonsSettings settings) {
        this.boards = boards;
        this.words = new RecordWords(words);
        this.senders = senders;
        this.clock = clock;
        this.looked = settings.looked();
    }

    /** Every collection that shows fields, with how many of the newest stand in it. */
    SharedView all() {
        return new SharedView(Collection.ALL.stream()
                .filter(it -> !it.parts().isEmpty())
                .map(this::held)
                .map(it -> new SharedView.Line(
                        it.collection().shelf(), it.records().size(), it.more()))
                .toList());
    }

    /** @param article empty for all; what others tried stands with the record that they tried */
    CollectionView collection(String shelf, String article, int from) {
        var collection = collection(shelf);
        var held = held(collection);
        var found = held.records().stream()
                .map(HostedRecord::record)
                .filter(it -> !TriedElsewhere.trial(it))
                .filter(it -> article.isEmpty() || it.articles(collection).contains(article))
                .toList();
        int first = Math.clamp(from, 0, found.size());
        int last = Math.min(found.size(), first + PAGE);
        return new CollectionView(
                shelf,
                article,
                found.subList(first, last).stream().map(it -> line(it, held)).toList(),
                last < found.size() ? last : null,
                held.more());
    }

    /**
     * Those of a collection that come first.
     *
     * @param others references of those that there are beside these
     * @param older there are still older ones, about whatever article
     */
    record Newest(List<RecordView> records, Set<String> others, boolean older) {}

    /** The newest about an article that every participant may take along, whole. */
    Newest whole(String shelf, String article, int most) {
        var collection = collection(shelf);
        var held = held(collection);
        var about = held.records().stream()
                .filter(it -> it.record().label().allows(SharingRole.PARTICIPANT, SharingChannel.EXPORT))
                .filter(it -> !TriedElsewhere.trial(it.record())
                        && it.record().articles(collection).contains(article))
                .toList();
        var records = about.stream().limit(most).map(it -> view(it, held)).toList();
        return new Newest(
                records,
                about.stream().skip(most).map(it -> it.record().address()).collect(Collectors.toSet()),
                held.more());
    }

    /** However many newer ones there are: what stands on a board is found by what it is called there. */
    RecordView one(String shelf, String address) {
        var held = held(collection(shelf));
        return held.records().stream()
                .filter(it -> it.record().address().equals(address))
                .findFirst()
                .or(() -> older(held.collection(), address))
                .map(it -> view(it, held))
                .orElseThrow(NoSuchRecord::new);
    }

    private Optional<HostedRecord> older(Collection collection, String address) {
        var named = ADDRESS.matcher(address);
        if (!named.matches()) return Optional.empty();
        var subject =
                PublishingCollections.beginning(collection.law()) + BoardSubjects.of(named.group(1), named.group(2));
        return hosts().stream()
                .flatMap(it -> boards.standing(it.host(), it.name(), subject).stream())
                .flatMap(it -> hosted(it, collection).stream())
                .findFirst();
    }

    private RecordView view(HostedRecord one, HeldCollection held) {
        var record = one.record();
        var collection = held.collection();
        var parts = new ArrayList<>(words.parts(record, collection.parts()));
        if (held.tried().confirmed(record)) {
            parts.add(new PublicItem.Part("public.practice.evidence", words.said("public.practice.confirmed")));
        }
        parts.addAll(held.tried().parts(record, words));
        if (held.severalHosts()) parts.add(PublicItem.Part.written("collections.host", one.host()));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new RecordView(
                collection.shelf(),
                line(record, held),
                record.checkedOn(),
                record.checkedOn().plus(looked).isBefore(today),
                List.copyOf(parts));
    }

    private CollectionView.Line line(KeptRecord it, HeldCollection held) {
        return new CollectionView.Line(
                it.address(),
                it.reference(),
                it.text("title"),
                senders.code(it),
                it.label(),
                Objects.requireNonNullElse(it.admittedOn(), it.checkedOn()),
                it.articles(held.collection()));
    }

    private HeldCollection held(Collection collection) {
        var hosts = hosts();
        var beginnings = hosts.stream()
                .map(it -> new Beginning(it.host(), PublishingCollections.beginning(collection.law())))
                .toList();
        var entries = boards.under(PublishingCollections.BOARD, beginnings, MOST);
        var records = entries.stream()
                .flatMap(it -> hosted(it, collection).stream())
                .sorted(Comparator.comparing(HostedRecord::day)
                        .reversed()
                        .thenComparing(it -> it.record().reference()))
                .toList();
        boolean more = beginnings.stream()
                .anyMatch(it -> entries.stream().filter(it::holds).count() >= MOST);
        return new HeldCollection(
                collection, records, new TriedElsewhere(exact(records), senders), hosts.size() > 1, more);
    }

    private static Optional<HostedRecord> hosted(HeldEntry entry, Collection collection) {
        return record(entry)
                .filter(it -> it.law().equals(collection.law()))
                .map(it -> new HostedRecord(entry.publication().host(), it));
    }

    /** A host that was not upgraded yet tells a trial by the bare number; of the one practice there that has it. */
    private static List<KeptRecord> exact(List<HostedRecord> records) {
        var practices = records.stream()
                .filter(it -> !TriedElsewhere.trial(it.record()))
                .collect(Collectors.groupingBy(
                        it -> List.of(it.host(), it.record().reference())));
        return records.stream()
                .map(it -> {
                    if (!TriedElsewhere.trial(it.record())) return it.record();
                    var named = it.record().text(TriedElsewhere.TRIED).strip();
                    var having = practices.getOrDefault(List.of(it.host(), named), List.of());
                    return having.size() == 1
                            ? it.record().trying(having.getFirst().record().address())
                            : it.record();
                })
                .toList();
    }

    private List<HeldBoard> hosts() {
        return boards.all().stream()
                .filter(it -> it.name().equals(PublishingCollections.BOARD))
                .toList();
    }

    /**
     * A collection as it is held at one moment, newest first, with what its records say of each other.
     *
     * @param more there are older ones
     */
    private record HeldCollection(
            Collection collection,
            List<HostedRecord> records,
            TriedElsewhere tried,
            boolean severalHosts,
            boolean more) {}

    private record HostedRecord(String host, KeptRecord record) {

        LocalDate day() {
            return Objects.requireNonNullElse(record.admittedOn(), record.checkedOn());
        }
    }

    /** What another node signed is looked at as any text from outside; what is no record here is left out. */
    static Optional<KeptRecord> record(HeldEntry entry) {
        var body = entry.body();
        if (body == null) return Optional.empty();
        var light = TrafficLight.of(text(body, "label"))
                .filter(it -> it.allows(SharingRole.PARTICIPANT, SharingChannel.PAGE));
        var checked = day(body, "checked-on");
        var law = text(body, "kind");
        var reference = text(body, "reference");
        boolean named = reference.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,54}")
                && text(body, "said-by").matches(ParticipantId.FORM);
        if (light.isEmpty() || checked == null || !named || Collection.of(law).isEmpty()) return Optional.empty();
        var said = body.get("said") instanceof Map<?, ?> fields
                ? fields(fields)
                : Map.<String, Object>of("title", text(body, "title"));
        return Optional.of(new KeptRecord(
                entry.subject(),
                law,
                reference,
                text(body, "said-by"),
                RecordState.STANDS,
                light.get(),
                said,
                day(body, "admitted-on"),
                checked));
    }

    /** A field that says nothing is not there. */
    private static Map<String, Object> fields(Map<?, ?> said) {
        var fields = new HashMap<String, Object>();
        said.forEach((key, value) -> {
            if (value != null) fields.put(key.toString(), value);
        });
        return fields;
    }

    private static Collection collection(String shelf) {
        return Collection.ALL.stream()
                .filter(it -> it.shelf().equals(shelf) && !it.parts().isEmpty())
                .findFirst()
                .orElseThrow(NoSuchRecord::new);
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    private static @Nullable LocalDate day(Map<String, Object> body, String key) {
        var text = text(body, key);
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
        } catch (java.time.DateTimeException noSuchDay) {
            return null;
        }
    }
}
