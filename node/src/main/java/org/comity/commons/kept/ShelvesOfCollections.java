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

    @Bean
    PublicShelf practices(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return shelf("practices", rows, requests, words, senders, clock, settings);
    }

    @Bean
    PublicShelf reportingPoints(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return shelf("reporting", rows, requests, words, senders, clock, settings);
    }

    @Bean
    PublicShelf lawByArticle(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return new CollectionShelf(
                collection("law"), rows, requests, new RecordWords(words), senders, clock, settings.looked()) {
            @Override
            public List<PublicTable> tables(String language) {
                return List.of(ArticlesElsewhere.table());
            }
        };
    }

    @Bean
    PublicShelf providers(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return shelf("providers", rows, requests, words, senders, clock, settings);
    }

    @Bean
    PublicShelf partners(
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return shelf("partners", rows, requests, words, senders, clock, settings);
    }

    private static PublicShelf shelf(
            String name,
            KeptRows rows,
            Requests requests,
            Words words,
            SenderOfRecord senders,
            Clock clock,
            CommonsSettings settings) {
        return new CollectionShelf(
                collection(name), rows, requests, new RecordWords(words), senders, clock, settings.looked());
    }

    private static Collection collection(String shelf) {
        return Collection.ALL.stream()
                .filter(it -> it.shelf().equals(shelf))
                .findFirst()
                .orElseThrow();
    }
}
