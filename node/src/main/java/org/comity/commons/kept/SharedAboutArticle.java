package org.comity.commons.kept;

import java.util.List;
import java.util.Map;
import org.comity.site.AboutArticle;
import org.comity.site.PublicItem;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets officials take along what this node holds of the collections about an article; everybody has the public shelves. */
@Component
class SharedAboutArticle implements AboutArticle {

    private final ReadingShared reading;

    SharedAboutArticle(ReadingShared reading) {
        this.reading = reading;
    }

    @Override
    public List<Section> about(String article, @Nullable Official by) {
        if (by == null) return List.of();
        return Collection.ALL.stream()
                .filter(it -> !it.parts().isEmpty() && !it.articles().isEmpty())
                .map(it -> section(it.shelf(), article))
                .filter(it -> !it.items().isEmpty() || it.older())
                .toList();
    }

    private Section section(String shelf, String article) {
        var whole = reading.whole(shelf, article, MOST);
        var items = whole.records().stream()
                .map(it -> new PublicItem(
                        it.line().address(),
                        it.line().light(),
                        Map.of("", it.line().title()),
                        it.line().day(),
                        it.line().sender(),
                        it.line().articles(),
                        it.parts()))
                .toList();
        return new Section(shelf, items, whole.others(), whole.older());
    }
}
