package org.comity.casework.emergency;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters.Section;

/**
 * The page on which an emergency is acknowledged.
 *
 * @param asks what they say, in the reader's language
 * @param field whose words they are
 */
public record AnswerView(RequestRow row, List<Section> asks, String field, NextSteps steps) {}
