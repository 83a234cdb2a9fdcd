package org.comity.forum;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.site.AboutArticle;
import org.comity.site.PublicItem;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets questions, answers and lessons about an article be taken along: what may be handed on, not one's own narrower words. */
@Component
@Transactional(readOnly = true)
class TopicsAboutArticle implements AboutArticle {

    private static final String NAME = "questions";
    private static final int POSTS = 50;

    private final TopicRows topics;
    private final PostRows posts;
    private final RoomAccess access;

    TopicsAboutArticle(TopicRows topics, PostRows posts, RoomAccess access) {
        this.topics = topics;
        this.posts = posts;
        this.access = access;
    }

    @Override
    public List<Section> about(String article, @Nullable Official by) {
        var role = by == null ? SharingRole.PUBLIC : SharingRole.PARTICIPANT;
        var readable = access.readable(role, SharingChannel.EXPORT);
        var found = topics.about(article, readable);
        var some = found.stream().limit(MOST).toList();
        var ids = some.stream().map(KeptTopic::id).toList();
        var all = posts.ofTopics(ids, readable, POSTS + 1);
        var items = new ArrayList<PublicItem>();
        for (var topic : some) {
            var kept = all.getOrDefault(topic.id(), List.of());
            var said = kept.stream()
                    .limit(POSTS)
                    .sorted(Comparator.comparing(KeptPost::id))
                    .toList();
            if (!said.isEmpty()) items.add(item(topic, said, kept.size() > POSTS));
        }
        var others = found.stream().skip(MOST).map(TopicsAboutArticle::id).collect(Collectors.toSet());
        return items.isEmpty() ? List.of() : List.of(new Section(NAME, items, others));
    }

    private static String id(KeptTopic topic) {
        return "topic-" + topic.id();
    }

    /** @param more was said than this */
    private static PublicItem item(KeptTopic topic, List<KeptPost> said, boolean more) {
        var light = said.stream().map(KeptPost::light).reduce(topic.light(), TrafficLight::narrower);
        var parts = new ArrayList<>(said.stream().map(it -> part(topic, it)).toList());
        if (more) parts.add(PublicItem.Part.written("bundle.more", "…"));
        return new PublicItem(
                id(topic),
                light,
                Map.of("", topic.title()),
                topic.lastAt().atZone(ZoneOffset.UTC).toLocalDate(),
                "",
                topic.articles(),
                parts);
    }

    private static PublicItem.Part part(KeptTopic topic, KeptPost it) {
        boolean accepted = topic.accepted() != null && topic.accepted() == it.id();
        var about = "%s · %s · %s"
                .formatted(
                        it.shownAs().isEmpty() ? "–" : it.shownAs(),
                        it.at().atZone(ZoneOffset.UTC).toLocalDate(),
                        it.light().mark());
        return PublicItem.Part.written(accepted ? "bundle.accepted" : "bundle.said", about + "\n" + it.text());
    }
}
