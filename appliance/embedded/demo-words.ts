/** Short words that are spelled as they sound, for the demo clerk's password. */
export const DEMO_WORDS = (
  "otter tulip river maple robin amber cedar pearl lemon olive panda tiger comet coral daisy ember fable ferry flint " +
  "ginger globe grape harbor honey hazel indigo ivory jasmine kayak kiwi lilac lotus mango marble meadow melon mint " +
  "nectar nutmeg oasis opal orbit orchid paper pebble pepper planet plum polar poppy quartz raven ribbon saffron salmon " +
  "silver sparrow spruce summer sunny tango velvet violet walnut willow winter yellow zebra zephyr"
).split(" ");
