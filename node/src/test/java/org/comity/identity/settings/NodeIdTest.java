package org.comity.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.validation.Validation;
import java.nio.file.Path;
import java.util.List;
import org.comity.sealing.KeyCeremony;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"XA-1", "XA-1000", "XA-Court2"})
    void a_node_starts_under_the_name_for_which_keys_were_made(String id) {
        assertThatNoException()
                .isThrownBy(() -> new KeyCeremony.Plan(id, List.of(), Path.of("keys"), Path.of("recovery")));
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validateValue(IdentitySettings.class, "id", id))
                    .isEmpty();
        }
    }
}
