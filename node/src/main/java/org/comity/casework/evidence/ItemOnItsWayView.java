package org.comity.casework.evidence;

/**
 * Shows one item on its way, on a request's page.
 *
 * @param state of an arrival, or {@code RELEASED} for what is ours
 */
public record ItemOnItsWayView(String manifest, String state, long reached, long size) {

    public int percent() {
        return size == 0 ? 0 : (int) (reached * 100 / size);
    }
}
