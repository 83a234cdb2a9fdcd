package org.comity.commons.kept;

import java.time.Clock;
import java.util.List;
import org.comity.procedure.Requests;
import org.comity.site.PublicShelf;
import org.comity.site.PublicTable;
import org.comity.ui.Words;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes a public shelf of each collection that has one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommonsSettings.class)
class ShelvesOfCollections {

    private final KeptRows rows;
    private final Requests requests;
    private final RecordWords words;
    private final SenderOfRecord senders;
    private final Clock clock;
    private final CommonsSettings settings;

    ShelvesOfCollections(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        this.rows = rows;
        this.requests = requests;
        this.words = new RecordWords(words);
        this.senders = senders;
        this.clock = clock;
        this.settings = settings;
    }

    @Bean
    PublicShelf practices() {
        return shelf("practices");
    }

    @Bean
    PublicShelf reportingPoints() {
        return shelf("reporting");
    }

    @Bean
    PublicShelf lawByArticle() {
        return new CollectionShelf(collection("law"), rows, requests, words, senders, clock, settings.looked()) {
            @Override
            public List<PublicTable> tables(String language) {
                return List.of(ArticlesElsewhere.table());
            }
        };
    }

    @Bean
    PublicShelf providers() {
        return shelf("providers");
    }

    @Bean
    PublicShelf partners() {
        return shelf("partners");
    }

    private PublicShelf shelf(String name) {
        return new CollectionShelf(collection(name), rows, requests, words, senders, clock, settings.looked());
    }

    private static Collection collection(String shelf) {
        return Collection.ALL.stream()
                .filter(it -> it.shelf().equals(shelf))
                .findFirst()
                .orElseThrow();
    }
}
