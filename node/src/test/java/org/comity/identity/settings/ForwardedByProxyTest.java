package org.comity.identity.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ForwardedByProxyTest {

    @Test
    void headers_of_anybody_are_never_believed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ForwardedByProxy("FRAMEWORK"))
                .withMessageContaining("internal-proxies");
        assertThatCode(() -> new ForwardedByProxy("native")).doesNotThrowAnyException();
        assertThatCode(() -> new ForwardedByProxy("none")).doesNotThrowAnyException();
    }
}
