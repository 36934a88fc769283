internal import Aver
