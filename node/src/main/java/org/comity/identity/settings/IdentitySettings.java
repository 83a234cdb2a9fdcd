package org.comity.identity.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What identity reads of {@code node.*}.
 *
 * @param id of this node, e.g. {@code XA-1}
 * @param origin where its pages are reached; passkeys are bound to it
 * @param home the node's folder
 * @param administrator the first one of a new node
 * @param secondPerson who confirms what the first administrator gives
 * @param practice sign-in without a passkey, for made-up States only
 * @param practicePersons who sits in the chairs; without any, the persons of {@code practice/persons.csv}
 * @param practiceNetwork the States shown on the page of chairs
 */
@Validated
@ConfigurationProperties("node")
public record IdentitySettings(
        @Pattern(regexp = ParticipantId.FORM) String id,
        @NotNull URI origin,
        @NotNull Path home,
        @Nullable @Valid Named administrator,
        @Nullable @Valid Named secondPerson,
        boolean practice,
        @DefaultValue @Size(max = 50) List<@Valid PracticePerson> practicePersons,
        @DefaultValue @Size(max = 26) List<@Valid PracticeState> practiceNetwork,
        @DefaultValue @Valid SignInLimits signIn) {

    public boolean https() {
        return "https".equals(origin.getScheme());
    }

    /** A person by user name and name. */
    public record Named(
            @Pattern(regexp = "[a-z][a-z0-9.-]{1,39}") String id,
            @NotBlank String name) {}

    /** A made-up person of this node. */
    public record PracticePerson(
            @Pattern(regexp = "[a-z][a-z0-9.-]{1,39}") String id,
            @NotBlank String name,
            @NotNull Set<Duty> duties) {}

    /**
     * A State of the practice network.
     *
     * @param id e.g. {@code XB-1}
     * @param page where its node's pages are; null for a State that has none
     * @param tray where another node shows what it printed for this State; only without a node
     * @param seats where its made-up persons sit down in seats at another node, the chair last; only without a node
     * @param role what it does in the story: {@code asks}, {@code is-asked}, or nothing
     */
    // More than eight: it is a line of the configuration, with all that a card of chairs shows.
    public record PracticeState(
            @NotBlank String id,
            @NotBlank String name,
            @NotBlank String capital,
            @NotNull ZoneId zone,
            @Nullable URI page,
            @Nullable URI tray,
            @DefaultValue @Size(max = 5) List<URI> seats,

            @DefaultValue("") @Pattern(regexp = "|asks|is-asked|may-join")
            String role,

            @DefaultValue("false") boolean operator) {}
}
