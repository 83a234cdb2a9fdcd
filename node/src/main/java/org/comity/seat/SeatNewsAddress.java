package org.comity.seat;

/**
 * Says where an authority is told of what happens with its seats: at the duty address of its entry in the directory, which its
 * host does not write.
 *
 * @param how {@code mail}, {@code no-address} or {@code no-mail}, as {@code seat.told.…} words it
 */
public record SeatNewsAddress(String how, String address) {}
