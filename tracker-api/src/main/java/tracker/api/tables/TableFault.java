package tracker.api.tables;

import tracker.streams.domain.Text;

/**
 * What is wrong, and where: the table's name (the file's where no table is concerned), the row's number or 0, and the column's
 * name or null. A column without a name is called by its letters.
 */
public record TableFault(String table, int row, String column, String code, Text message) {}
