package org.comity.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.identity.me.MeTest;
import org.comity.identity.signin.DoorTest;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Just enough of a node for the tests of identity, with the pages that some of them ask for, so that they share one. Not
 * annotated as configuration, so that no other test finds it.
 */
@EnableAutoConfiguration
@Import({MeTest.Api.class, DoorTest.Pages.class})
@ComponentScan(
        basePackages = {
            "org.comity.identity",
            "org.comity.database",
            "org.comity.clock",
            "org.comity.ui",
            "org.comity.ledger"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class IdentityNode {

    @Bean
    Directory directory() {
        var directory = Mockito.mock(Directory.class);
        passkeyRequired(directory, false);
        return directory;
    }

    public static void passkeyRequired(Directory directory, boolean required) {
        var profile = new StateProfile(
                true,
                required,
                true,
                false,
                Map.of(),
                Map.of(),
                List.of(),
                "",
                List.of(),
                LocalDate.parse("2026-11-01"));
        var self = Mockito.mock(Participant.class);
        Mockito.when(self.profile()).thenReturn(profile);
        Mockito.when(directory.self()).thenReturn(self);
    }
}
