package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class CallerOriginTest {

    @Test
    void a_network_of_ipv6_is_one_address() throws Exception {
        assertThat(CallerOrigin.of("2001:db8:1:2::1")).isEqualTo(CallerOrigin.of("2001:db8:1:2:ffff::9"));
        assertThat(CallerOrigin.of("2001:db8:1:2::1")).isNotEqualTo(CallerOrigin.of("2001:db8:1:3::1"));
        assertThat(CallerOrigin.of("192.0.2.1")).isNotEqualTo(CallerOrigin.of("192.0.2.2"));
        assertThat(CallerOrigin.of("2001:db8:1:2::1"))
                .isEqualTo(CallerOrigin.of(InetAddress.ofLiteral("2001:db8:1:2::3")));
    }

    @Test
    void one_address_has_one_form_and_what_is_none_stands_for_itself() {
        assertThat(CallerOrigin.of("::ffff:192.0.2.1")).isEqualTo(CallerOrigin.of("192.0.2.1"));
        assertThat(CallerOrigin.of("[2001:db8:1:2::1]")).isEqualTo(CallerOrigin.of("2001:db8:1:2::1"));
        assertThat(CallerOrigin.of("fe80::1%nowhere9")).isEqualTo(CallerOrigin.of("fe80::2"));
        assertThat(CallerOrigin.of("").text()).isEmpty();
        assertThat(CallerOrigin.of("door.example").text()).isEqualTo("door.example");
    }
}
