package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.conference.PublicPapers;
import org.comity.site.AboutArticle;
import org.comity.site.PublicItem;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets items of agendas about an article be taken along, and, by officials, documents and decisions that are not for everybody;
 * the public shelves have the rest.
 */
@Component
class PapersAboutArticle implements AboutArticle {

    private final PaperRows papers;
    private final DecisionRows decisions;
    private final SessionRows sessions;

    PapersAboutArticle(PaperRows papers, DecisionRows decisions, SessionRows sessions) {
        this.papers = papers;
        this.decisions = decisions;
        this.sessions = sessions;
    }

    @Override
    public List<Section> about(String article, @Nullable Official by) {
        var agenda = section("agenda", agenda(article, by == null));
        if (by == null) return agenda.items().isEmpty() ? List.of() : List.of(agenda);
        var open =
                papers.forEverybody().stream().map(ConferenceSession.Paper::id).collect(Collectors.toSet());
        var documents = papers.all().stream()
                .filter(it -> !open.contains(it.id()) && about(article, it.articles()))
                .map(it -> item(
                        Long.toString(it.id()),
                        it.symbol() + " " + it.title(),
                        it.registeredOn(),
                        it.articles(),
                        PublicItem.Part.written("conference.symbol", it.symbol())))
                .toList();
        var decided = decisions.all().stream()
                .filter(it -> !it.everybody() && !it.withdrawn() && about(article, it.articles()))
                .map(it -> item(
                        it.number().replace('/', '-'),
                        it.number() + " " + it.title(),
                        it.takenOn(),
                        it.articles(),
                        PublicItem.Part.written("conference.decision-words", it.words())))
                .toList();
        return Stream.of(agenda, section("documents", documents), section("decisions", decided))
                .filter(it -> !it.items().isEmpty())
                .toList();
    }

    /** The agenda of a session for everybody is for everybody. */
    private List<PublicItem> agenda(String article, boolean openAlone) {
        return sessions.aboutArticles().stream()
                .filter(it ->
                        about(article, it.item().articles()) && (it.session().everybody() || !openAlone))
                .map(it -> new PublicItem(
                        "%s-%d".formatted(it.session().key(), it.item().number()),
                        it.session().everybody() ? TrafficLight.CLEAR : TrafficLight.GREEN,
                        Map.of("", it.item().number() + ". " + it.item().title()),
                        Objects.requireNonNullElse(it.item().day(), it.session().begins()),
                        "",
                        PublicPapers.numbers(it.item().articles()),
                        List.of(PublicItem.Part.written(
                                "conference.session", it.session().title()))))
                .toList();
    }

    private static boolean about(String article, List<String> articles) {
        return PublicPapers.numbers(articles).contains(article);
    }

    /** Whoever takes part may read it, and nobody else. */
    private static PublicItem item(
            String id, String title, LocalDate day, List<String> articles, PublicItem.Part part) {
        return new PublicItem(
                id, TrafficLight.GREEN, Map.of("", title), day, "", PublicPapers.numbers(articles), List.of(part));
    }

    private static Section section(String name, List<PublicItem> items) {
        return new Section(
                name,
                items.stream().limit(MOST).toList(),
                items.stream().skip(MOST).map(PublicItem::id).collect(Collectors.toSet()));
    }
}
