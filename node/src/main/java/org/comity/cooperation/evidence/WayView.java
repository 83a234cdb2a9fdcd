package org.comity.cooperation.evidence;

/**
 * One item on its way, as a request's page shows it.
 *
 * @param state of an arrival, or {@code RELEASED} for what is ours
 */
public record WayView(String manifest, String state, long reached, long size) {

    public int percent() {
        return size == 0 ? 0 : (int) (reached * 100 / size);
    }
}
