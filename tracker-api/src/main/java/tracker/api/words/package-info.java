/** What people read, in Chinese and in English: the tables of words, and which of the two languages is meant. */
package tracker.api.words;
