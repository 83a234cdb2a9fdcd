package org.comity.port;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where a connection comes from: an address of IPv4, or the network of 64 bits that one holder of IPv6 has at least. */
record Origin(ByteBuffer network) {

    private static final int NETWORK = 8;

    static Origin of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Origin(ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK) : bytes));
    }
}
