package org.comity.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The ui module without any other: no database, noon on 24 November 2026. */
@TestConfiguration
@ComponentScan(
        basePackages = "org.comity.ui",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"org\\.comity\\.ui\\.press\\..*", ".*(Test|IT)(\\$.*)?"}))
public class UiAlone {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }
}
