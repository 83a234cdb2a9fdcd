package org.comity.intelligence;

import org.comity.intelligence.stix.IndexingObjects;
import org.comity.intelligence.stix.ReadingBundles;
import org.comity.intelligence.stix.StixSchemas;
import org.comity.intelligence.stix.WritingBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what reads and writes STIX, over schemas that are read once. */
@Configuration(proxyBeanMethods = false)
class StixConfiguration {

    @Bean
    StixSchemas stixSchemas() {
        return new StixSchemas();
    }

    @Bean
    ReadingBundles readingBundles(StixSchemas schemas) {
        return new ReadingBundles(schemas);
    }

    @Bean
    IndexingObjects indexingObjects(StixSchemas schemas) {
        return new IndexingObjects(schemas);
    }

    @Bean
    WritingBundles writingBundles(StixSchemas schemas) {
        return new WritingBundles(schemas);
    }
}
