package org.comity.operator;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.comity.database.HomeFolderLock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The operator's process: database, ledger, clock and pages, and nothing that could hold a case. */
@Profile("operator")
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = JdbcSessionAutoConfiguration.class)
@EnableConfigurationProperties(OperatorSettings.class)
@EnableScheduling
@ComponentScan(
        basePackages = {
            "org.comity.operator",
            "org.comity.database",
            "org.comity.ledger",
            "org.comity.clock",
            "org.comity.ui.*"
        },
        // Tests live in the same packages and are no part of any process.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|Tests|IT)(\\$.*)?"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class OperatorApplication {

    /** @param settings further settings as {@code --key=value}, stronger than the file */
    public static ConfigurableApplicationContext run(Path config, String... settings) {
        var ours = Stream.of(
                "--spring.config.additional-location=file:" + config.toAbsolutePath(),
                "--node.id=OP-1",
                "--node.home=${operator.home}",
                "--node.practice=${operator.practice:false}",
                "--spring.flyway.locations=classpath:db/migration/ledger,classpath:db/migration/ui,classpath:db/migration/operator",
                "--spring.modulith.runtime.verification-enabled=false");
        return new SpringApplicationBuilder(OperatorApplication.class)
                .profiles("operator")
                .listeners(new HomeFolderLock())
                .run(Stream.concat(ours, Stream.of(settings)).toArray(String[]::new));
    }
}
