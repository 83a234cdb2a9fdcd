package org.comity.forum;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.proof.form.CanonicalJson;
import org.comity.sheet.HarmlessCell;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a topic as a file, with what of it may be taken along and nothing else. */
@Component
@Transactional(readOnly = true)
class ExportingTopic {

    private static final int PAGE = 200;
    static final int MOST = 2_000;
    private static final List<String> COLUMNS =
            List.of("topic", "post", "label", "said-by", "at", "language", "text", "accepted");
    private static final String NO_DECISION = "a temperature check, not a decision";
    private static final String MORE = "more was said: only the first 2,000 contributions are here";

    /** @param more there are others, which are not in the file */
    private record Taken(List<KeptPost> posts, boolean more) {}

    private final ReadingRooms reading;

    ExportingTopic(ReadingRooms reading) {
        this.reading = reading;
    }

    byte[] json(long id, RoomReader by) {
        var topic = reading.topicBy(id, SharingChannel.EXPORT, by);
        var taken = posts(id, by);
        var posts = taken.posts();
        var json = new TreeMap<String, Object>();
        json.put("format", "comity-topic/1");
        json.put("topic", topic.id());
        json.put("room", topic.room());
        json.put("title", topic.title());
        json.put("kind", topic.kind().word());
        json.put("articles", topic.articles());
        json.put("more", taken.more());
        json.put("posts", posts.stream().map(it -> post(topic, it)).toList());
        var stances = stances(topic, by);
        json.put("label", label(topic, posts, stances).mark());
        if (topic.kind() == TopicKind.CHECK) {
            json.put("note", NO_DECISION);
            json.put("stances", stances.stream().map(ExportingTopic::stance).toList());
        } else if (!stances.isEmpty()) {
            json.put("tried", stances.stream().map(ExportingTopic::stance).toList());
        }
        return CanonicalJson.write(json);
    }

    private static Map<String, Object> post(KeptTopic topic, KeptPost it) {
        return Map.of(
                "post",
                it.id(),
                "label",
                it.light().mark(),
                "said-by",
                it.shownAs(),
                "at",
                it.at().toString(),
                "language",
                it.language(),
                "text",
                it.text(),
                "accepted",
                isAccepted(topic, it));
    }

    private static Map<String, Object> stance(ParticipantStance it) {
        return Map.of(
                "label",
                it.light().mark(),
                "said-by",
                it.shownAs(),
                "stance",
                ParticipantStance.word(it.stance()),
                "words",
                it.words());
    }

    private List<ParticipantStance> stances(KeptTopic topic, RoomReader by) {
        return topic.lines().isEmpty() ? List.of() : reading.stancesOf(topic, SharingChannel.EXPORT, by);
    }

    String csv(long id, RoomReader by) {
        var topic = reading.topicBy(id, SharingChannel.EXPORT, by);
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            var taken = posts(id, by);
            for (var it : taken.posts()) {
                csv.printRecord(
                        topic.id(),
                        it.id(),
                        it.light().mark(),
                        HarmlessCell.of(it.shownAs()),
                        it.at(),
                        it.language(),
                        HarmlessCell.of(it.text()),
                        isAccepted(topic, it) ? "yes" : "");
            }
            if (taken.more()) csv.printRecord(topic.id(), "", "", "", "", "", MORE, "");
            for (var it : stances(topic, by)) {
                csv.printRecord(
                        topic.id(),
                        ParticipantStance.word(it.stance()),
                        it.light().mark(),
                        HarmlessCell.of(it.shownAs()),
                        it.at(),
                        "",
                        HarmlessCell.of(it.words()),
                        topic.kind() == TopicKind.CHECK ? NO_DECISION : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Taken posts(long topic, RoomReader by) {
        var all = new ArrayList<KeptPost>();
        List<KeptPost> page;
        long after = 0;
        do {
            page = reading.postsBy(topic, SharingChannel.EXPORT, after, PAGE, by);
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE && all.size() < MOST);
        boolean more = all.size() >= MOST
                && !reading.postsBy(topic, SharingChannel.EXPORT, after, 1, by).isEmpty();
        return new Taken(List.copyOf(all), more);
    }

    /** What stands together bears the narrowest label of its parts. */
    private static TrafficLight label(KeptTopic topic, List<KeptPost> posts, List<ParticipantStance> stances) {
        return Stream.concat(
                        posts.stream().map(KeptPost::light), stances.stream().map(ParticipantStance::light))
                .reduce(topic.light(), TrafficLight::narrower);
    }

    private static boolean isAccepted(KeptTopic topic, KeptPost post) {
        return topic.accepted() != null && topic.accepted() == post.id();
    }
}
