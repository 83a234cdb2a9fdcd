package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;

class PlainObjectsTest {

    /** Had Mockito rewritten {@code Object.toString}, the mock would say {@code Mock for Open}. */
    @Test
    void a_mock_leaves_the_methods_of_every_object_as_they_are() {
        var mock = mock(Open.class);

        assertThat(mock.said()).isNull();
        assertThat(mock.toString()).startsWith(Open.class.getName() + "@");
    }

    /** Final: mocked by rewriting it, not by a class below it. */
    static final class Open {

        String said() {
            return "itself";
        }
    }
}
